// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Pages that can be read and say something else; the footer is put right, so that they are found. */
final class PageMutation {
    private PageMutation() {}

    /** A field of one header. */
    static Mutant.Draft header(Dice dice, SoundFile file) throws IOException {
        PagePlace page = dice.pick(file.pages());
        PageHeader header = page.header(file.bytes());
        String what = dice.pick(ThriftSlot.in(header)).spoil(dice);
        byte[] body = Arrays.copyOfRange(file.bytes(), page.body(), page.end());
        return new Mutant.Draft(
                replaced(file, List.of(new Replacement(page, header, body))),
                "page header at %d: %s".formatted(page.start(), what));
    }

    /** The same field of every header that has it. */
    static Mutant.Draft headers(Dice dice, SoundFile file) throws IOException {
        String field = dice.pick("uncompressed_page_size", "compressed_page_size", "num_values", "num_values");
        long number = dice.pick(1L << 20, 30L << 20, 80L << 20, 1L << 28, (long) Integer.MAX_VALUE, 0L, 1L, 1L << 24);
        List<Replacement> replacements = file.pages().stream()
                .map(page -> {
                    PageHeader header = page.header(file.bytes());
                    slot(header, field).ifPresent(slot -> slot.setter().accept((int) number));
                    return new Replacement(page, header, Arrays.copyOfRange(file.bytes(), page.body(), page.end()));
                })
                .toList();
        return new Mutant.Draft(replaced(file, replacements), "all page headers: %s %d".formatted(field, number));
    }

    private static Optional<ThriftSlot> slot(PageHeader header, String field) {
        return ThriftSlot.in(header).stream()
                .filter(slot -> slot.field().equals(field))
                .findFirst();
    }

    /** What is inside: shorter, longer or different, compressed again and with sizes that say so. */
    static Mutant.Draft body(Dice dice, SoundFile file) throws IOException {
        PagePlace page = dice.pick(file.pages());
        PageHeader header = page.header(file.bytes());
        boolean hasPlainLevels = header.isSetData_page_header_v2();
        int plain = hasPlainLevels ? page.values() - page.body() : 0;
        byte[] levels = Arrays.copyOfRange(file.bytes(), page.body(), page.body() + plain);
        byte[] packed = Arrays.copyOfRange(file.bytes(), page.body() + plain, page.end());
        boolean isCompressed =
                !hasPlainLevels || header.getData_page_header_v2().isIs_compressed();
        PageCodec codec = new PageCodec(
                isCompressed ? CompressionCodecName.valueOf(page.codec().name()) : CompressionCodecName.UNCOMPRESSED);
        byte[] content = packed.length == 0
                ? packed
                : codec.decompress(BytesInput.from(packed), header.getUncompressed_page_size() - plain)
                        .toInputStream()
                        .readAllBytes();
        byte[] other = changed(dice, content, page);
        byte[] repacked = codec.compress(BytesInput.from(other)).toInputStream().readAllBytes();
        header.setUncompressed_page_size(plain + other.length);
        header.setCompressed_page_size(plain + repacked.length);
        header.unsetCrc();
        byte[] body = ByteMutation.spliced(levels, plain, plain, repacked);
        return new Mutant.Draft(
                replaced(file, List.of(new Replacement(page, header, body))),
                "content of the page at %d: %d bytes for %d".formatted(page.start(), other.length, content.length));
    }

    private static byte[] changed(Dice dice, byte[] content, PagePlace page) {
        int levels = page.values() - page.body();
        if (dice.oneIn(4) && levels <= content.length) {
            return Arrays.copyOf(content, Math.max(0, dice.pick(levels, levels + 1, levels - 1, 4, 1)));
        }
        return ByteMutation.ofContent(dice, content);
    }

    @SuppressWarnings("ArrayRecordComponent") // The bytes of a file, shared and not changed.
    record Replacement(PagePlace page, PageHeader header, byte[] body) {}

    static byte[] replaced(SoundFile file, List<Replacement> replacements) throws IOException {
        FileMetaData footer = file.footer();
        byte[] bytes = Arrays.copyOf(file.bytes(), file.footerStart());
        // From the last to the first, so that the places of those to come still hold.
        List<Replacement> lastFirst = replacements.stream()
                .sorted(Comparator.comparingInt(
                                (Replacement replacement) -> replacement.page().start())
                        .reversed())
                .toList();
        for (Replacement replacement : lastFirst) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Util.writePageHeader(replacement.header(), out);
            out.write(replacement.body());
            PagePlace page = replacement.page();
            bytes = ByteMutation.spliced(bytes, page.start(), page.end(), out.toByteArray());
            shift(footer, page.start(), out.size() - (page.end() - page.start()));
        }
        return FooterMutation.withFooter(bytes, bytes.length, footer);
    }

    private static void shift(FileMetaData footer, int at, int by) {
        for (RowGroup rowGroup : footer.getRow_groups()) {
            for (ColumnChunk column : rowGroup.getColumns()) {
                ColumnMetaData chunk = column.getMeta_data();
                long start = SoundFile.start(chunk);
                if (start <= at && at < start + chunk.getTotal_compressed_size()) {
                    chunk.setTotal_compressed_size(chunk.getTotal_compressed_size() + by);
                }
                if (chunk.getData_page_offset() > at) {
                    chunk.setData_page_offset(chunk.getData_page_offset() + by);
                }
                if (chunk.isSetDictionary_page_offset() && chunk.getDictionary_page_offset() > at) {
                    chunk.setDictionary_page_offset(chunk.getDictionary_page_offset() + by);
                }
            }
        }
    }
}
