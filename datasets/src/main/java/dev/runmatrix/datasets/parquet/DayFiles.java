// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.parameters.Codec;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.hadoop.ParquetWriter;

/**
 * Writes rows of one table in any order into files of layout poc, one for each day. So many days at most are open at
 * once; a day that comes back after others have taken its place goes on in another file.
 */
public final class DayFiles implements Closeable {

    /** More than a month, in which sources come. */
    private static final int MOST_OPEN = 40;

    private static final long ROW_GROUP_BYTES = 16L << 20;
    private static final int ROW_GROUP_ROWS = 1_048_576;
    private static final int MOST_FILES = 10_000;

    private final Path data;
    private final String source;
    private final Table table;
    private final List<ImportedColumn> columns;
    private final Map<Long, DayFile> open = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Long, Integer> parts = new HashMap<>();
    private final List<ImportedFile> written = new ArrayList<>();
    private Optional<DayFile> last = Optional.empty();

    /**
     * Writes no file yet.
     *
     * @param data directory that paths are relative to
     * @param source identity of the source, a part of paths
     */
    public DayFiles(Path data, String source, Table table, List<ImportedColumn> columns) {
        this.data = data;
        this.source = source;
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /** Writes a row to the file of a day, which is counted from 1970. */
    public void write(long epochDay, ImportedRow row) throws IOException {
        if (last.isEmpty() || last.get().epochDay != epochDay) {
            last = Optional.of(file(epochDay));
        }
        DayFile file = last.get();
        file.writer.write(row);
        file.rows++;
    }

    private DayFile file(long epochDay) throws IOException {
        DayFile there = open.get(epochDay);
        if (there != null) {
            return there;
        }
        if (open.size() == MOST_OPEN) {
            Iterator<DayFile> oldest = open.values().iterator();
            finish(oldest.next());
            oldest.remove();
        }
        if (written.size() + open.size() == MOST_FILES) {
            throw new IOException("rows of " + table.directory() + " come to more than " + MOST_FILES
                    + " files of a day; sort them by day, or import a shorter time");
        }
        DayFile fresh = new DayFile(epochDay, path(epochDay));
        open.put(epochDay, fresh);
        return fresh;
    }

    private String path(long epochDay) {
        int part = parts.merge(epochDay, 1, Integer::sum) - 1;
        String name = part == 0 ? "/data.parquet" : "/data-" + part + ".parquet";
        return FilePlan.pocPath(source, table, LocalDate.ofEpochDay(epochDay)) + name;
    }

    private void finish(DayFile file) throws IOException {
        file.writer.close();
        written.add(new ImportedFile(table, file.path, file.rows, file.output.bytes(), file.output.sha256Hex()));
    }

    /** Ends all files and tells of them, by path. */
    public List<ImportedFile> finish() throws IOException {
        last = Optional.empty();
        for (Iterator<DayFile> files = open.values().iterator(); files.hasNext(); ) {
            finish(files.next());
            files.remove();
        }
        return written.stream().sorted((a, b) -> a.path().compareTo(b.path())).toList();
    }

    /** Lets go of files that were not ended; what is in them is of no use. */
    @Override
    public void close() throws IOException {
        for (DayFile file : open.values()) {
            file.writer.close();
        }
        open.clear();
    }

    private final class DayFile {

        private final long epochDay;
        private final String path;
        private final HashedFile output;
        private final ParquetWriter<Row> writer;
        private long rows;

        DayFile(long epochDay, String path) throws IOException {
            this.epochDay = epochDay;
            this.path = path;
            Path file = data.resolve(path);
            Files.createDirectories(file.getParent());
            output = new HashedFile(file);
            writer = RowFiles.open(output, Schemas.of(columns), Codec.SNAPPY, ROW_GROUP_BYTES, ROW_GROUP_ROWS);
        }
    }
}
