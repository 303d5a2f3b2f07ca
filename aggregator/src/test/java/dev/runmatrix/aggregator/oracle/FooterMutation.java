// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/** A footer that can be read and says something else. */
final class FooterMutation {
    private static final Set<String> LAYOUT = Set.of("FileMetaData", "RowGroup", "ColumnChunk", "ColumnMetaData");
    private static final Set<String> REST = Set.of("KeyValue", "ColumnOrder", "PageEncodingStats", "SizeStatistics");
    private static final List<Long> SHIFTS = List.of(-86_400_000L, 86_400_000L, 3_600_000L, 86_400_000_000_000L, 1L);

    private FooterMutation() {}

    /** A count, a position or a length. */
    static Mutant.Draft number(Dice dice, SoundFile file) throws IOException {
        return any(dice, file, slot -> slot.isNumber() && LAYOUT.contains(slot.owner()));
    }

    /** Number of rows of a file or row group; few fields, and the most trusted ones. */
    static Mutant.Draft rows(Dice dice, SoundFile file) throws IOException {
        return any(dice, file, slot -> slot.field().equals("num_rows"));
    }

    /** Row groups, columns and schema elements lost, doubled or in another order. */
    static Mutant.Draft list(Dice dice, SoundFile file) throws IOException {
        return any(dice, file, slot -> slot.value() instanceof List<?> && LAYOUT.contains(slot.owner()));
    }

    /** Names, types, repetition and what annotates them. */
    static Mutant.Draft schema(Dice dice, SoundFile file) throws IOException {
        return any(
                dice,
                file,
                slot -> !LAYOUT.contains(slot.owner())
                        && !REST.contains(slot.owner())
                        && !slot.owner().equals("Statistics"));
    }

    static Mutant.Draft field(Dice dice, SoundFile file) throws IOException {
        return any(dice, file, slot -> true);
    }

    private static Mutant.Draft any(Dice dice, SoundFile file, Predicate<ThriftSlot> which) throws IOException {
        FileMetaData footer = file.footer();
        List<ThriftSlot> slots = ThriftSlot.in(footer).stream().filter(which).toList();
        String what = dice.pick(slots).spoil(dice);
        return new Mutant.Draft(withFooter(file.bytes(), file.footerStart(), footer), "footer: " + what);
    }

    /** What the footer says of the least and the greatest {@code interval_start}. */
    static Mutant.Draft statistics(Dice dice, SoundFile file) throws IOException {
        FileMetaData footer = file.footer();
        List<Statistics> all = footer.getRow_groups().stream()
                .flatMap(rowGroup -> rowGroup.getColumns().stream())
                .map(column -> column.getMeta_data())
                .filter(column -> column.getPath_in_schema().equals(List.of("interval_start")))
                .filter(ColumnMetaData::isSetStatistics)
                .map(ColumnMetaData::getStatistics)
                .filter(statistics -> statistics.isSetMin_value() && statistics.isSetMax_value())
                .toList();
        if (all.isEmpty()) {
            return any(dice, file, slot -> slot.owner().equals("Statistics"));
        }
        Statistics one = dice.pick(all);
        Statistics other = dice.pick(all);
        String what;
        switch (dice.between(0, 5)) {
            case 0 -> {
                one.setMin_value(other.getMax_value()).setMin(other.getMax_value());
                what = "minimum is a maximum";
            }
            case 1 -> {
                one.setMax_value(other.getMin_value()).setMax(other.getMin_value());
                what = "maximum is a minimum";
            }
            case 2 -> {
                byte[] value = shifted(dice, one.getMin_value());
                one.setMin_value(value).setMin(value);
                what = "minimum moved";
            }
            case 3 -> {
                byte[] value = shifted(dice, one.getMax_value());
                one.setMax_value(value).setMax(value);
                what = "maximum moved";
            }
            case 4 -> {
                all.forEach(each -> {
                    each.setMin_value(other.getMin_value()).setMin(other.getMin_value());
                    each.setMax_value(other.getMin_value()).setMax(other.getMin_value());
                });
                what = "all say the same";
            }
            default -> what = dice.pick(ThriftSlot.in(one)).spoil(dice);
        }
        return new Mutant.Draft(
                withFooter(file.bytes(), file.footerStart(), footer), "statistics of interval_start: " + what);
    }

    private static byte[] shifted(Dice dice, byte[] value) {
        if (value.length != Long.BYTES || dice.oneIn(4)) {
            return ByteMutation.ofContent(dice, value);
        }
        long old = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
        long other = dice.oneIn(2) ? old + dice.pick(SHIFTS) : OddNumbers.near(dice, old);
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(other)
                .array();
    }

    /** The first {@code pagesEnd} bytes of a file and another footer. */
    static byte[] withFooter(byte[] file, int pagesEnd, FileMetaData footer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, out);
        int length = out.size();
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        out.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        return ByteMutation.spliced(Arrays.copyOf(file, pagesEnd), pagesEnd, pagesEnd, out.toByteArray());
    }
}
