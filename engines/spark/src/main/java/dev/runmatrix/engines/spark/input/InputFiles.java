// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the Parquet files of each table on any Hadoop file system, by the rules of {@link TableFiles}. */
public final class InputFiles {

    private final Configuration configuration;
    private final Map<Table, List<FileStatus>> files = new EnumMap<>(Table.class);
    private final Set<Path> known = new HashSet<>();

    private InputFiles(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Finds the files in directories, at any depth, and takes the files that are named themselves. */
    public static InputFiles find(List<String> inputs, Configuration configuration)
            throws BadInputException, IOException {
        InputFiles found = new InputFiles(configuration);
        for (String input : inputs) {
            found.add(input);
        }
        return found;
    }

    /** The files of a table. */
    public List<FileStatus> of(Table table) {
        return List.copyOf(files.getOrDefault(table, List.of()));
    }

    private void add(String input) throws BadInputException, IOException {
        Path path = Addresses.of(input);
        FileSystem system = Addresses.system(path, configuration);
        try {
            FileStatus status = system.getFileStatus(path);
            if (status.isDirectory()) {
                addDirectory(system, status.getPath());
            } else {
                addFile(input, status);
            }
        } catch (FileNotFoundException e) {
            throw new BadInputException(input + ": no such file or directory; check --input");
        }
    }

    private void addDirectory(FileSystem system, Path directory) throws IOException {
        List<FileStatus> below = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> listed = system.listFiles(directory, true);
        while (listed.hasNext()) {
            below.add(listed.next());
        }
        // The same order everywhere, however a file system lists.
        below.sort((a, b) -> a.getPath().compareTo(b.getPath()));
        below.forEach(file -> table(file.getPath(), directory).ifPresent(table -> add(table, file)));
    }

    private void addFile(String input, FileStatus file) throws BadInputException {
        Table table = table(file.getPath(), file.getPath().getParent())
                .orElseThrow(() -> new BadInputException(input
                        + ": neither its name nor a directory above it says which table it is; begin its name with"
                        + " pod_usage, node_labels or namespace_labels, and end it with .parquet"));
        add(table, file);
    }

    private static Optional<Table> table(Path file, Path input) {
        return TableFiles.byName(names(file), names(input).size());
    }

    private static List<String> names(Path path) {
        return Stream.of(path.toUri().getPath().split("/", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void add(Table table, FileStatus file) {
        if (known.add(file.getPath())) {
            files.computeIfAbsent(table, key -> new ArrayList<>()).add(file);
        }
    }
}
