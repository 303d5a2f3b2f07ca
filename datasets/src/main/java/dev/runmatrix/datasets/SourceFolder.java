// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.nise.CsvFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a folder to import turns out to hold. */
interface SourceFolder {

    /** About how much disk it takes to import it, in bytes. */
    long estimatedBytes();

    /** Fills an empty directory, and writes the manifest last. */
    Manifest into(Path directory) throws IOException, DatasetException;

    /** What its owner should know, once it is imported. */
    List<String> notes();

    /**
     * Looks into a folder.
     *
     * @throws DatasetException if nothing in it can be imported
     */
    static SourceFolder look(ImportRequest request, ProgressListener listener) throws DatasetException {
        Path source = request.source();
        if (request.elsewhere().isPresent()) {
            return lookForParquet(request, request.elsewhere().get(), listener);
        }
        if (!Files.exists(source)) {
            throw new DatasetException(Kind.INVALID, source + ": no such file or folder");
        }
        try {
            boolean parquet = Files.isDirectory(source)
                    && !new LocalPlace(source.toRealPath()).files().isEmpty();
            CsvFolder folder = CsvFolder.scan(source);
            if (parquet && folder.hasPodUsage()) {
                throw new DatasetException(
                        Kind.INVALID, source + ": holds both CSV and Parquet files; name the folder of one kind");
            }
            return parquet
                    ? lookForParquet(request, ImportRequest.placeOf(source), listener)
                    : lookForCsv(request, folder, listener);
        } catch (IOException e) {
            throw new DatasetException(Kind.IO, source + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private static SourceFolder lookForParquet(ImportRequest request, DataPlace place, ProgressListener listener)
            throws DatasetException {
        try {
            return ParquetDataset.look(request, place, listener);
        } catch (IOException e) {
            throw new DatasetException(Kind.IO, place.location() + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private static SourceFolder lookForCsv(ImportRequest request, CsvFolder folder, ProgressListener listener)
            throws DatasetException {
        if (!folder.problems().isEmpty()) {
            throw unusable(request, "cannot be imported", folder.problems());
        }
        if (!folder.hasPodUsage()) {
            throw unusable(request, "holds no CSV file of pod usage", folder.notes());
        }
        return new CsvDataset(request, folder, listener);
    }

    private static DatasetException unusable(ImportRequest request, String what, List<String> details) {
        String lines = details.isEmpty() ? "" : "\n  " + String.join("\n  ", details);
        return new DatasetException(Kind.UNUSABLE, request.source() + ": " + what + lines);
    }
}
