// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.nise.CsvContent;
import dev.runmatrix.datasets.nise.CsvFolder;
import dev.runmatrix.datasets.nise.CsvImport;
import dev.runmatrix.datasets.nise.CsvSource;
import dev.runmatrix.datasets.parquet.ImportedFile;
import dev.runmatrix.datasets.parquet.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes a dataset of the CSV files of a folder. */
final class CsvDataset implements SourceFolder {

    private final ImportRequest request;
    private final CsvFolder folder;
    private final ProgressListener listener;
    private final List<String> notes;

    CsvDataset(ImportRequest request, CsvFolder folder, ProgressListener listener) {
        this.request = request;
        this.folder = folder;
        this.listener = listener;
        this.notes = new ArrayList<>(folder.notes());
    }

    /** Parquet takes a fifth of the text at most, which may be compressed already. */
    @Override
    public long estimatedBytes() {
        return folder.bytes();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Manifest into(Path directory) throws IOException, DatasetException {
        ImportParameters parameters = ImportParameters.of(request);
        Path data = Files.createDirectories(directory.resolve(StoredDataset.DATA));
        CsvImport job = new CsvImport(folder, parameters.range(), bytes -> listener.advanced(bytes, folder.bytes()));
        CsvContent content = job.into(data, parameters.sourceUuid());
        requireSound(job);
        requirePodUsage(content);
        byte[] params = parameters.content(
                request.name(), labelKeys(job, content, parameters), content.firstDay(), content.lastDay());
        Directories.writeWhole(directory.resolve(StoredDataset.PARAMS), params);
        Manifest manifest = manifest(content, Sha256.hex(params));
        Directories.writeWhole(directory.resolve(StoredDataset.MANIFEST), ManifestJson.write(manifest));
        return manifest;
    }

    private void requireSound(CsvImport job) throws DatasetException {
        if (job.problems().count() > 0) {
            throw new DatasetException(
                    Kind.UNUSABLE,
                    request.source() + ": " + job.problems().count()
                            + (job.problems().count() == 1 ? " row cannot" : " rows cannot")
                            + " be read, and nothing was imported\n  "
                            + String.join("\n  ", job.problems().lines()));
        }
    }

    private void requirePodUsage(CsvContent content) throws DatasetException {
        if (content.firstDay().isEmpty()) {
            throw new DatasetException(Kind.UNUSABLE, request.source() + ": has no rows of pod usage");
        }
    }

    private List<String> labelKeys(CsvImport job, CsvContent content, ImportParameters parameters) {
        if (parameters.given().isPresent()) {
            return List.of();
        }
        if (job.hasTooManyLabelKeys()) {
            notes.add("labels have more than " + CsvImport.MOST_LABEL_KEYS
                    + " keys, and none of them is enabled; name those to group by in a file for --params");
            return List.of();
        }
        notes.add("without --params, all " + content.labelKeys().size()
                + " label keys that were found are enabled, and there are no cost categories; see params.json");
        return content.labelKeys();
    }

    private Manifest manifest(CsvContent content, String paramsSha256) {
        List<DataFile> files = content.files().stream()
                .map(file -> new DataFile(file.path(), file.rows(), file.bytes(), file.sha256()))
                .toList();
        List<ImportedSource> sources = content.sources().stream()
                .map(source -> new ImportedSource(
                        source.name().replace('\\', '/'),
                        source.table().directory(),
                        source.rows(),
                        source.bytes(),
                        source.sha256()))
                .toList();
        return new Manifest(
                Manifest.SCHEMA,
                Manifest.IMPORTER,
                request.name(),
                Map.of(),
                new TableRows(
                        rows(content, Table.POD_USAGE),
                        rows(content, Table.NODE_LABELS),
                        rows(content, Table.NAMESPACE_LABELS)),
                Optional.empty(),
                OptionalLong.empty(),
                content.sums(),
                Optional.empty(),
                content.files().stream().mapToLong(ImportedFile::bytes).sum(),
                paramsSha256,
                files,
                Optional.of(new Imported(ImportFormat.NISE_CSV, Optional.empty(), sources, List.of())));
    }

    private static long rows(CsvContent content, Table table) {
        return content.sources().stream()
                .filter(source -> source.table() == table)
                .mapToLong(CsvSource::rows)
                .sum();
    }
}
