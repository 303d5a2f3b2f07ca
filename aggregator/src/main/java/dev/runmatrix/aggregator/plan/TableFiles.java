// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Parquet files of each table. A file belongs to the table that its nearest directory below the input names;
 * failing that, to the one that its name begins with; failing that, to the one that the input directory or one above
 * names. A Parquet file of no table is not ours and is left alone, and so are the daily copies that Koku keeps beside the
 * hourly files, unless they are what the input names.
 */
public final class TableFiles {

    private final Map<Table, TreeSet<Path>> files = new EnumMap<>(Table.class);

    /** Files found so far, in the one spelling that each has: no way to name a file twice makes it count twice. */
    private final Set<Path> known = new HashSet<>();

    private TableFiles() {
        for (Table table : Table.values()) {
            files.put(table, new TreeSet<>());
        }
    }

    /** Finds the files in directories, at any depth, and takes the files that are named themselves. */
    public static TableFiles find(List<Path> inputs) throws BadInputException, IOException {
        TableFiles found = new TableFiles();
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                found.addDirectory(input);
            } else if (Files.exists(input)) {
                found.addFile(input);
            } else {
                throw new BadInputException(input, "no such file or directory; check --input");
            }
        }
        return found;
    }

    /**
     * The table of a file, as told by names alone, for whoever finds files by other means; none for a file that is not
     * ours.
     *
     * @param file where the file is
     * @param input the input that it is below, or the folder of a file that is named itself
     */
    public static Optional<Table> byName(Path file, Path input) {
        boolean ours = isParquetName(fileName(file)) && !isDailyCopy(input.relativize(file));
        return ours ? tableOf(file, input) : Optional.empty();
    }

    /** The files of a table, in order of their paths. */
    public List<Path> of(Table table) {
        return List.copyOf(files.getOrDefault(table, new TreeSet<>()));
    }

    /** Whether a file is one of those found. */
    public boolean contains(Path file) {
        return known.contains(spelledOut(file));
    }

    private static Path spelledOut(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private void addDirectory(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            paths.filter(TableFiles::isParquet)
                    .filter(file -> !isDailyCopy(directory.relativize(file)))
                    .forEach(file -> tableOf(file, directory).ifPresent(table -> add(table, file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void addFile(Path file) throws BadInputException {
        Path parent = file.toAbsolutePath().getParent();
        Table table = tableOf(file, parent == null ? file : parent)
                .orElseThrow(() -> new BadInputException(
                        file,
                        "neither its name nor a directory above it says which table it is; begin its name with"
                                + " pod_usage, node_labels or namespace_labels"));
        add(table, file);
    }

    private void add(Table table, Path file) {
        if (known.add(spelledOut(file))) {
            files.computeIfAbsent(table, key -> new TreeSet<>()).add(file);
        }
    }

    private static boolean isParquet(Path path) {
        return isParquetName(fileName(path)) && Files.isRegularFile(path);
    }

    private static boolean isParquetName(String name) {
        return name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_");
    }

    /** Whether a path goes through {@code daily/ORGANISATION/OCP}: sums of hourly rows that lie beside it. */
    private static boolean isDailyCopy(Path path) {
        for (int i = 0; i + 2 < path.getNameCount(); i++) {
            if (path.getName(i).toString().equals("daily")
                    && path.getName(i + 2).toString().equals("OCP")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Table> tableOf(Path file, Path input) {
        Path root = input.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        Optional<Table> below = namedByAncestor(absolute.getParent(), root);
        Optional<Table> byName = below.isPresent() ? below : namedBy(fileName(file));
        return byName.isPresent() ? byName : namedByAncestor(root, null);
    }

    private static Optional<Table> namedBy(String fileName) {
        return Stream.of(Table.values())
                .filter(table -> table.beginsFileName(fileName))
                .findFirst();
    }

    private static Optional<Table> namedByAncestor(@Nullable Path from, @Nullable Path end) {
        for (@Nullable Path directory = from;
                directory != null && !directory.equals(end);
                directory = directory.getParent()) {
            String name = fileName(directory);
            Optional<Table> table = Stream.of(Table.values())
                    .filter(candidate -> candidate.namesDirectory(name))
                    .findFirst();
            if (table.isPresent()) {
                return table;
            }
        }
        return Optional.empty();
    }

    private static String fileName(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
