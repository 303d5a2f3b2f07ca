// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DataPlace.PlacedFile;
import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.parquet.Table;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a dataset of Parquet files, which are taken over or stay where they are. */
final class ParquetDataset implements SourceFolder {

    private final ImportRequest request;
    private final DataPlace place;
    private final ProgressListener listener;
    private final Map<PlacedFile, OutsideFile> files = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private long done;

    private ParquetDataset(ImportRequest request, DataPlace place, ProgressListener listener) {
        this.request = request;
        this.place = place;
        this.listener = listener;
    }

    /** Reads the footers of all files of known tables. */
    static ParquetDataset look(ImportRequest request, DataPlace place, ProgressListener listener)
            throws IOException, DatasetException {
        ParquetDataset dataset = new ParquetDataset(request, place, listener);
        dataset.look();
        return dataset;
    }

    private void look() throws IOException, DatasetException {
        OutsideFiles outside = new OutsideFiles(place.location());
        long strangers = 0;
        for (PlacedFile file : place.files()) {
            Optional<Table> table = outside.table(file);
            if (table.isEmpty()) {
                strangers++;
            } else {
                outside.read(file, table.get()).ifPresent(facts -> files.put(file, facts));
            }
        }
        if (!outside.problems().isEmpty()) {
            throw new DatasetException(
                    Kind.UNUSABLE,
                    place.location() + ": cannot be imported\n  " + String.join("\n  ", outside.problems()));
        }
        if (rows(Table.POD_USAGE) == 0) {
            throw new DatasetException(
                    Kind.UNUSABLE, place.location() + ": has no Parquet files with rows of pod_usage" + csvHint());
        }
        if (request.params().isEmpty()) {
            throw new DatasetException(
                    Kind.INVALID,
                    place.location() + ": Parquet files are imported with --params FILE, which says what a summary is"
                            + " asked for: {\"enabled_keys\": [\"app\"]} at least");
        }
        if (strangers > 0) {
            notes.add(strangers + " Parquet files of no known table, or daily copies, are ignored");
        }
    }

    private String csvHint() {
        return request.inPlace() ? "; CSV files are imported without --in-place" : "";
    }

    private long rows(Table table) {
        return files.values().stream()
                .filter(file -> file.table().equals(table.directory()))
                .mapToLong(OutsideFile::rows)
                .sum();
    }

    private long bytes() {
        return files.values().stream().mapToLong(OutsideFile::bytes).sum();
    }

    @Override
    public long estimatedBytes() {
        return request.inPlace() ? 0 : bytes();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Manifest into(Path directory) throws IOException, DatasetException {
        byte[] params =
                ImportParameters.of(request).content(request.name(), List.of(), Optional.empty(), Optional.empty());
        List<DataFile> own = request.inPlace() ? List.of() : takeOver(directory.resolve(StoredDataset.DATA));
        Directories.writeWhole(directory.resolve(StoredDataset.PARAMS), params);
        Manifest manifest = new Manifest(
                Manifest.SCHEMA,
                Manifest.IMPORTER,
                request.name(),
                Map.of(),
                new TableRows(rows(Table.POD_USAGE), rows(Table.NODE_LABELS), rows(Table.NAMESPACE_LABELS)),
                Optional.empty(),
                OptionalLong.empty(),
                Map.of(),
                Optional.empty(),
                bytes(),
                Sha256.hex(params),
                own,
                Optional.of(origin()));
        Directories.writeWhole(directory.resolve(StoredDataset.MANIFEST), ManifestJson.write(manifest));
        return manifest;
    }

    private Imported origin() {
        return request.inPlace()
                ? new Imported(
                        ImportFormat.PARQUET, Optional.of(place.location()), List.of(), List.copyOf(files.values()))
                : new Imported(ImportFormat.PARQUET, Optional.empty(), List.of(), List.of());
    }

    /** By a second name for each file where the file system can, which takes no room; else by a copy. */
    private List<DataFile> takeOver(Path data) throws IOException {
        PlacedTables tables = new PlacedTables(place.location());
        List<DataFile> own = new ArrayList<>();
        for (Map.Entry<PlacedFile, OutsideFile> entry : files.entrySet()) {
            OutsideFile file = entry.getValue();
            String path = tables.isNamedByLocation(entry.getKey()) ? file.table() + "/" + file.path() : file.path();
            Path target = data.resolve(path);
            Files.createDirectories(target.getParent());
            linkOrCopy(request.source().resolve(file.path()).toRealPath(), target);
            own.add(new DataFile(path, file.rows(), Files.size(target), Sha256.hex(target, this::advance)));
        }
        return own;
    }

    private static void linkOrCopy(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(source, target);
        }
    }

    private void advance(long bytes) {
        done += bytes;
        listener.advanced(done, bytes());
    }
}
