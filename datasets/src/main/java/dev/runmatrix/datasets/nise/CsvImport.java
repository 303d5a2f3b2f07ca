// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.parquet.DayFiles;
import dev.runmatrix.datasets.parquet.ImportedColumn;
import dev.runmatrix.datasets.parquet.ImportedFile;
import dev.runmatrix.datasets.parquet.ImportedRow;
import dev.runmatrix.datasets.parquet.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.io.api.Binary;

/** Reads the CSV files of a folder row by row into Parquet files, one for each table and day. For one thread. */
public final class CsvImport {

    /** More keys than anybody groups by. */
    public static final int MOST_LABEL_KEYS = 5_000;

    private static final long NANOS_OF_DAY = 86_400_000_000_000L;
    private static final int ROWS_PER_REPORT = 4_096;

    private final CsvFolder folder;
    private final DayRange range;
    private final LongConsumer listener;
    private final RowProblems problems = new RowProblems();
    private final InstantText instants = new InstantText();
    private final Map<String, Binary> texts = new HashMap<>();
    private final LabelKeys keys = new LabelKeys(MOST_LABEL_KEYS);

    private final List<ImportedFile> written = new ArrayList<>();
    private final List<CsvSource> sources = new ArrayList<>();
    private final Map<String, BigDecimal> sums = new LinkedHashMap<>();
    private long firstDay = Long.MAX_VALUE;
    private long lastDay = Long.MIN_VALUE;
    private long bytesBefore;

    /**
     * Reads nothing yet.
     *
     * @param range the days that a summary is asked for
     * @param listener takes the bytes that have been read so far, from this thread
     */
    public CsvImport(CsvFolder folder, DayRange range, LongConsumer listener) {
        this.folder = folder;
        this.range = range;
        this.listener = listener;
    }

    /**
     * Reads all files.
     *
     * @param data directory that is written to
     * @param source identity of the source, a part of paths
     * @return what was read; of use only if there are no {@link #problems}
     */
    public CsvContent into(Path data, String source) throws IOException {
        for (Table table : Table.values()) {
            List<CsvFile> files = folder.files().stream()
                    .filter(file -> file.table() == table)
                    .toList();
            if (!files.isEmpty() && !problems.areTooMany()) {
                read(table, files, data, source);
            }
        }
        return new CsvContent(
                written,
                sources,
                sums,
                keys.list(),
                firstDay > lastDay ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(firstDay)),
                firstDay > lastDay ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(lastDay)));
    }

    /** What is wrong with rows. */
    public RowProblems problems() {
        return problems;
    }

    /** Whether there are more keys of labels than {@link #MOST_LABEL_KEYS}. */
    public boolean hasTooManyLabelKeys() {
        return keys.areTooMany();
    }

    private void read(Table table, List<CsvFile> files, Path data, String source) throws IOException {
        List<ImportedColumn> columns = columns(table, files);
        PodSums tableSums = new PodSums(columns, range);
        try (DayFiles days = new DayFiles(data, source, table, columns)) {
            for (CsvFile file : files) {
                if (!problems.areTooMany()) {
                    read(file, new TableRows(columns, days, tableSums));
                }
            }
            written.addAll(days.finish());
        }
        if (table == Table.POD_USAGE) {
            sums.putAll(tableSums.totals());
        }
    }

    /** Those that any of the files has: what none has need not be written. */
    private static List<ImportedColumn> columns(Table table, List<CsvFile> files) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.addAll(file.header().names()));
        return ImportedColumn.of(table).stream()
                .filter(column -> names.contains(column.name()))
                .toList();
    }

    private void read(CsvFile file, TableRows table) throws IOException {
        try (CsvRows rows = new CsvRows(file.path())) {
            long count = 0;
            try {
                rows.next(); // The names of the columns.
                count = read(file, rows, table);
            } catch (CsvRows.Unreadable e) {
                problems.add(file.name(), e.line(), String.valueOf(e.getMessage()));
            }
            sources.add(new CsvSource(file.name(), file.table(), count, file.bytes(), rows.sha256Hex()));
        } catch (CsvRows.Unreadable e) {
            problems.add(file.name(), e.line(), String.valueOf(e.getMessage()));
        }
        bytesBefore += file.bytes();
        listener.accept(bytesBefore);
    }

    private long read(CsvFile file, CsvRows rows, TableRows table) throws IOException, CsvRows.Unreadable {
        RowReader reader = new RowReader(table.columns, file.header(), instants, texts);
        long count = 0;
        for (Optional<CSVRecord> row = rows.next(); row.isPresent(); row = rows.next()) {
            Optional<String> problem = reader.read(row.get(), table.row);
            if (problem.isPresent()) {
                problems.add(file.name(), rows.line(row.get()), problem.get());
                if (problems.areTooMany()) {
                    return count;
                }
                continue;
            }
            take(file.table(), table);
            count++;
            if (count % ROWS_PER_REPORT == 0) {
                report(rows);
            }
        }
        return count;
    }

    private void take(Table kind, TableRows table) throws IOException {
        long day = Math.floorDiv(table.row.time(table.start), NANOS_OF_DAY);
        if (kind == Table.POD_USAGE) {
            firstDay = Math.min(firstDay, day);
            lastDay = Math.max(lastDay, day);
            table.sums.add(day, table.row);
        }
        if (table.row.has(table.labels)) {
            keys.addAllOf(table.row.text(table.labels));
        }
        table.days.write(day, table.row);
    }

    private void report(CsvRows rows) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("stopped");
        }
        listener.accept(bytesBefore + rows.bytesRead());
    }

    /** Where the rows of one table go. */
    private static final class TableRows {

        private final List<ImportedColumn> columns;
        private final DayFiles days;
        private final PodSums sums;
        private final ImportedRow row;
        private final int start;
        private final int labels;

        TableRows(List<ImportedColumn> columns, DayFiles days, PodSums sums) {
            List<String> names = columns.stream().map(ImportedColumn::name).toList();
            this.columns = columns;
            this.days = days;
            this.sums = sums;
            this.row = new ImportedRow(columns);
            this.start = names.indexOf(ImportedColumn.INTERVAL_START);
            this.labels = (int)
                    names.stream().takeWhile(name -> !name.endsWith("_labels")).count();
        }
    }
}
