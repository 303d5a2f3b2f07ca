// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.storage.Listing;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.Storage;
import dev.runmatrix.aggregator.storage.StoredFile;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the Parquet files of each table. A file belongs to the table that its nearest directory below the input names;
 * failing that, to the one that its name begins with; failing that, to the one that the input directory or one above
 * names. A Parquet file of no table is not ours and is left alone, and so are the daily copies that Koku keeps beside the
 * hourly files, unless they are what the input names.
 */
public final class TableFiles {

    private final Map<Table, TreeMap<Location, StoredFile>> files = new EnumMap<>(Table.class);

    /** Files found so far, in the one spelling that each has: no way to name a file twice makes it count twice. */
    private final Set<Location> known = new HashSet<>();

    private TableFiles() {
        for (Table table : Table.values()) {
            files.put(table, new TreeMap<>());
        }
    }

    /** Finds the files in folders, at any depth, and takes the files that are named themselves. */
    public static TableFiles find(List<Location> inputs, Storage storage) throws BadInputException, IOException {
        TableFiles found = new TableFiles();
        for (Location input : inputs) {
            Listing listing = storage.list(input, TableFiles::isParquet)
                    .orElseThrow(() -> new BadInputException(input, "no such file or directory; check --input"));
            if (listing.folder()) {
                found.addFolder(input, listing.files());
            } else {
                found.addFile(listing.files().get(0));
            }
        }
        return found;
    }

    /**
     * The table of a file, as told by names alone, for whoever finds files by other means; none for a file that is not
     * ours.
     *
     * @param names names of the folders that lead to the file, outermost first, and its own at last
     * @param depth how many of them lead to the input that it is below, or to the folder of a file that is named itself
     */
    public static Optional<Table> byName(List<String> names, int depth) {
        boolean ours = isParquet(names.get(names.size() - 1)) && !isDailyCopy(names.subList(depth, names.size()));
        return ours ? tableOf(names, depth) : Optional.empty();
    }

    /** The files of a table, in order of their locations. */
    public List<StoredFile> of(Table table) {
        return List.copyOf(files.getOrDefault(table, new TreeMap<>()).values());
    }

    /** Whether a file is one of those found. */
    public boolean contains(Location file) {
        return known.contains(file.spelledOut());
    }

    private void addFolder(Location folder, List<StoredFile> below) {
        int depth = folder.names().size();
        for (StoredFile file : below) {
            List<String> names = file.location().names();
            if (!isDailyCopy(names.subList(depth, names.size()))) {
                tableOf(names, depth).ifPresent(table -> add(table, file));
            }
        }
    }

    private void addFile(StoredFile file) throws BadInputException {
        List<String> names = file.location().names();
        Table table = tableOf(names, Math.max(0, names.size() - 1))
                .orElseThrow(() -> new BadInputException(
                        file.location(),
                        "neither its name nor a directory above it says which table it is; begin its name with"
                                + " pod_usage, node_labels or namespace_labels"));
        add(table, file);
    }

    private void add(Table table, StoredFile file) {
        if (known.add(file.location().spelledOut())) {
            files.computeIfAbsent(table, key -> new TreeMap<>()).put(file.location(), file);
        }
    }

    private static boolean isParquet(String name) {
        return name.endsWith(".parquet") && !name.startsWith(".") && !name.startsWith("_");
    }

    /** Whether names lead through {@code daily/ORGANISATION/OCP}: sums of hourly rows that lie beside it. */
    private static boolean isDailyCopy(List<String> names) {
        for (int i = 0; i + 2 < names.size(); i++) {
            if (names.get(i).equals("daily") && names.get(i + 2).equals("OCP")) {
                return true;
            }
        }
        return false;
    }

    /** The table of the file that these names lead to, of which the first so many are those of the input. */
    private static Optional<Table> tableOf(List<String> names, int depth) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        int last = names.size() - 1;
        Optional<Table> below = namedByFolder(names.subList(depth, last));
        Optional<Table> byName = below.isPresent() ? below : namedBy(names.get(last));
        return byName.isPresent() ? byName : namedByFolder(names.subList(0, depth));
    }

    private static Optional<Table> namedBy(String fileName) {
        return Stream.of(Table.values())
                .filter(table -> table.beginsFileName(fileName))
                .findFirst();
    }

    /** The table that the last folder names that names one. */
    private static Optional<Table> namedByFolder(List<String> folders) {
        for (int i = folders.size() - 1; i >= 0; i--) {
            String folder = folders.get(i);
            Optional<Table> table = Stream.of(Table.values())
                    .filter(candidate -> candidate.namesDirectory(folder))
                    .findFirst();
            if (table.isPresent()) {
                return table;
            }
        }
        return Optional.empty();
    }
}
