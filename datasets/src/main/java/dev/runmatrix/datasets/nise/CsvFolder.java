// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.parquet.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;

/** The CSV files below a folder, each known by its columns, and what is said of the other files there. */
public final class CsvFolder {

    private static final int DEEPEST = 16;
    private static final int MOST_FILES = 100_000;
    private static final int MOST_NAMED = 10;

    private final Path root;
    private final List<CsvFile> files = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    private CsvFolder(Path root) {
        this.root = root;
    }

    /**
     * Looks at the first row of every CSV file.
     *
     * @param source a folder, or one file
     */
    public static CsvFolder scan(Path source) throws IOException {
        boolean single = Files.isRegularFile(source);
        Path parent = source.toAbsolutePath().getParent();
        CsvFolder folder = new CsvFolder(single && parent != null ? parent : source.toAbsolutePath());
        for (Path file : filesBelow(source)) {
            folder.look(file);
        }
        folder.leaveOutCopies();
        folder.nameStrangers();
        folder.files.sort(Comparator.comparing(CsvFile::table).thenComparing(CsvFile::name));
        return folder;
    }

    private static List<Path> filesBelow(Path source) throws IOException {
        try (Stream<Path> paths = Files.walk(source, DEEPEST)) {
            List<Path> files = paths.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new IOException("holds more than " + MOST_FILES + " files; name a smaller folder");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void look(Path file) throws IOException {
        String name = root.relativize(file.toAbsolutePath()).toString();
        if (!looksLikeCsv(name)) {
            strangers.add(name);
            return;
        }
        try (CsvRows rows = new CsvRows(file)) {
            Optional<CSVRecord> first = rows.next();
            if (first.isEmpty()) {
                notes.add(name + ": is empty, and ignored");
            } else {
                look(file, name, new CsvHeader(first.get().toList()));
            }
        } catch (CsvRows.Unreadable e) {
            problems.add(name + ":" + e.line() + ": " + e.getMessage());
        }
    }

    private static boolean looksLikeCsv(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.endsWith(".csv.gz");
    }

    private void look(Path file, String name, CsvHeader header) throws IOException {
        Optional<Table> table = header.table();
        if (table.isEmpty()) {
            notes.add(name + ": holds " + header.otherContent() + "; ignored");
            return;
        }
        header.problems(table.get()).forEach(problem -> problems.add(name + ":1: " + problem));
        files.add(new CsvFile(file, name, Files.size(file), table.get(), header));
    }

    /** Rows count as often as they are there, and a folder with a copy of a file in it is a mistake. */
    private void leaveOutCopies() throws IOException {
        List<CsvFile> kept = new ArrayList<>();
        for (CsvFile file : files) {
            Optional<CsvFile> original = Optional.empty();
            for (CsvFile other : kept) {
                if (other.bytes() == file.bytes() && Files.mismatch(other.path(), file.path()) < 0) {
                    original = Optional.of(other);
                }
            }
            if (original.isPresent()) {
                notes.add(file.name() + ": is a copy of " + original.get().name() + "; ignored");
            } else {
                kept.add(file);
            }
        }
        files.clear();
        files.addAll(kept);
    }

    private void nameStrangers() {
        strangers.stream().limit(MOST_NAMED).forEach(name -> notes.add(name + ": is no CSV file; ignored"));
        if (strangers.size() > MOST_NAMED) {
            notes.add("and " + (strangers.size() - MOST_NAMED) + " other files that are no CSV; ignored");
        }
    }

    /** Of known tables, by table and name. */
    List<CsvFile> files() {
        return List.copyOf(files);
    }

    /** Whether there are rows of pod usage, without which nothing can be summed up. */
    public boolean hasPodUsage() {
        return files.stream().anyMatch(file -> file.table() == Table.POD_USAGE);
    }

    /** Size of all files of known tables. */
    public long bytes() {
        return files.stream().mapToLong(CsvFile::bytes).sum();
    }

    /** What was ignored, and why. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What keeps files from being read. */
    public List<String> problems() {
        return List.copyOf(problems);
    }
}
