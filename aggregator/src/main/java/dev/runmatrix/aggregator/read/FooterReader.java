// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.storage.ByteRange;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.OpenFile;
import dev.runmatrix.aggregator.storage.StoredFile;
import dev.runmatrix.aggregator.time.DayRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** Reads footers and believes nothing they say: every size and position is checked against the file. */
public final class FooterReader {

    private static final int MAGIC_LENGTH = 4;
    private static final int TAIL_LENGTH = 8;
    /** What is fetched of a far file at first: most footers are shorter. */
    private static final int USUAL_LENGTH = 64 << 10;

    private static final String PLAIN_MAGIC = "PAR1";
    private static final String ENCRYPTED_MAGIC = "PARE";
    private static final String WAY_OUT = "; write the file again or take it out of the input";

    private FooterReader() {}

    /** That some thread will soon read the footer of a file. */
    public static void expect(StoredFile file) {
        file.expectEnd(USUAL_LENGTH);
    }

    /** Reads the footer of a file that belongs to a table. */
    public static ParquetFile read(StoredFile stored, TableColumns table) throws BadInputException, IOException {
        try (OpenFile bytes = stored.open()) {
            ParquetFile file =
                    read(stored, bytes, table.ids().get(TableColumns.INSTANT).name());
            requireColumns(file, table);
            return file;
        } catch (NoSuchFileException e) {
            throw new BadInputException(stored.location(), "no such file; check --input", e);
        }
    }

    private static void requireColumns(ParquetFile file, TableColumns table) throws BadInputException {
        if (file.rows() == 0) {
            return;
        }
        List<String> missing = table.ids().stream()
                .filter(column -> column.required() && !file.schema().fields().containsKey(column.name()))
                .map(IdColumn::name)
                .toList();
        if (!missing.isEmpty()) {
            String columns = missing.size() == 1 ? "column: " : "columns: ";
            throw new BadInputException(
                    file.location(), "missing required " + columns + String.join(", ", missing) + WAY_OUT);
        }
    }

    private static ParquetFile read(StoredFile file, OpenFile bytes, String instant)
            throws BadInputException, IOException {
        Location path = file.location();
        long size = bytes.sizeBytes();
        bytes.expect(List.of(new ByteRange(Math.max(0, size - USUAL_LENGTH), size)));
        ByteBuffer tail = ByteBuffer.allocate(TAIL_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        if (size < MAGIC_LENGTH + TAIL_LENGTH || !readFully(bytes, tail, size - TAIL_LENGTH)) {
            throw new BadInputException(path, "not a Parquet file: only " + size + " bytes long" + WAY_OUT);
        }
        String magic = new String(tail.array(), MAGIC_LENGTH, MAGIC_LENGTH, US_ASCII);
        if (magic.equals(ENCRYPTED_MAGIC)) {
            throw new BadInputException(path, "the file is encrypted, which is not supported; write it unencrypted");
        }
        if (!magic.equals(PLAIN_MAGIC)) {
            throw new BadInputException(path, "not a Parquet file, or cut short: it does not end in PAR1" + WAY_OUT);
        }
        long length = tail.getInt(0) & 0xFFFF_FFFFL;
        if (length > size - TAIL_LENGTH - MAGIC_LENGTH || length > Integer.MAX_VALUE - TAIL_LENGTH) {
            throw new BadInputException(path, "the footer claims " + length + " bytes of " + size + WAY_OUT);
        }
        ByteBuffer footer = ByteBuffer.allocate((int) length);
        if (!readFully(bytes, footer, size - TAIL_LENGTH - length)) {
            throw new BadInputException(path, "the file became shorter while it was read" + WAY_OUT);
        }
        return parse(file, footer.array(), size, instant);
    }

    private static ParquetFile parse(StoredFile file, byte[] footer, long size, String instant)
            throws BadInputException {
        try {
            FileMetaData metaData = Util.readFileMetaData(new ByteArrayInputStream(footer), footer.length);
            if (metaData.isSetEncryption_algorithm()) {
                throw new BadInputException(
                        file.location(), "the file is encrypted, which is not supported; write it unencrypted");
            }
            return check(file, metaData, size, instant);
        } catch (IOException | RuntimeException e) {
            // The footer's decoder signals damage by exceptions of many kinds.
            throw new BadInputException(file.location(), "the footer is damaged: " + e.getMessage() + WAY_OUT, e);
        }
    }

    private static ParquetFile check(StoredFile file, FileMetaData metaData, long size, String instant) {
        FileSchema schema = SchemaReader.read(metaData.getSchema());
        List<RowGroup> rowGroups = new ArrayList<>();
        for (org.apache.parquet.format.RowGroup rowGroup : metaData.getRow_groups()) {
            if (rowGroup.getNum_rows() > 0) {
                List<Chunk> chunks = new RowGroupCheck(schema, size - TAIL_LENGTH).check(rowGroup);
                rowGroups.add(new RowGroup(rowGroup.getNum_rows(), chunks, days(metaData, schema, rowGroup, instant)));
            } else if (rowGroup.getNum_rows() < 0) {
                throw new MalformedException("a row group has " + rowGroup.getNum_rows() + " rows");
            }
        }
        long rows = rowGroups.stream().mapToLong(RowGroup::rows).reduce(0, Math::addExact);
        if (rows != metaData.getNum_rows()) {
            throw new MalformedException("the row groups have " + rows + " rows, the file " + metaData.getNum_rows());
        }
        return new ParquetFile(file, schema, rowGroups);
    }

    private static Optional<DayRange> days(
            FileMetaData metaData, FileSchema schema, org.apache.parquet.format.RowGroup rowGroup, String instant) {
        if (!(schema.fields().get(instant) instanceof Leaf leaf)) {
            return Optional.empty();
        }
        ColumnMetaData data = rowGroup.getColumns().get(leaf.index()).getMeta_data();
        boolean typeOrder = metaData.isSetColumn_orders()
                && metaData.getColumn_ordersSize() == schema.leaves().size()
                && metaData.getColumn_orders().get(leaf.index()).isSetTYPE_ORDER();
        return data.isSetStatistics()
                ? DayStatistics.of(leaf.element(), data.getStatistics(), typeOrder)
                : Optional.empty();
    }

    private static boolean readFully(OpenFile bytes, ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (bytes.read(into, position + into.position()) < 0) {
                return false;
            }
        }
        return true;
    }
}
