// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetImportTest {

    @TempDir
    private Path root;

    private DatasetStore store;
    private Path source;
    private Path params;

    @BeforeEach
    void makeFiles() throws DatasetException, IOException {
        StoredDataset tiny = new DatasetStore(root.resolve("other"))
                .generate(DatasetCatalog.builtIn().find("tiny"), 1, ProgressListener.NONE);
        store = new DatasetStore(root.resolve("store"));
        source = tiny.data();
        params = tiny.params();
    }

    @Test
    void filesAreTakenOverWithTheirRows() throws Exception {
        Files.createDirectories(source.resolve("daily/org/OCP/pod_usage"));
        Files.copy(firstFile(), source.resolve("daily/org/OCP/pod_usage/x.parquet"));
        Files.writeString(source.resolve("stranger.parquet"), "x");

        ImportResult result = store.importFrom(request("taken", Optional.empty()), ProgressListener.NONE);

        Manifest manifest = result.dataset().manifest();
        assertThat(manifest.rows()).isEqualTo(new TableRows(288, 96, 96));
        assertThat(manifest.files()).hasSize(6);
        assertThat(manifest.sums()).isEmpty();
        assertThat(result.notes()).containsExactly("2 Parquet files of no known table, or daily copies, are ignored");
        assertThat(store.verify("taken", ProgressListener.NONE).problems()).isEmpty();
        assertThat(result.dataset().params()).hasSameTextualContentAs(params);
    }

    @Test
    void removingWhatWasTakenOverLeavesTheSource() throws Exception {
        store.importFrom(request("taken", Optional.empty()), ProgressListener.NONE);

        store.remove("taken");

        assertThat(firstFile()).isNotEmptyFile();
    }

    @Test
    void aFolderThatIsATableGivesItsNameToTheFiles() throws Exception {
        Path table = firstFile().resolve("..").normalize();

        StoredDataset stored = store.importFrom(
                        new ImportRequest("one", table, Optional.of(params), false, Optional.empty()),
                        ProgressListener.NONE)
                .dataset();

        assertThat(stored.manifest().files()).extracting(DataFile::path).containsExactly("pod_usage/data.parquet");
    }

    @Test
    void inPlaceNothingIsCopiedAndTheFolderIsTheInput() throws Exception {
        StoredDataset stored = inPlace("stays");

        assertThat(stored.input()).isEqualTo(source.toRealPath().toString());
        assertThat(stored.data()).doesNotExist();
        assertThat(stored.manifest().fileCount()).isEqualTo(6);
        assertThat(stored.manifest().bytes()).isPositive();
        stored.requireFiles();
        assertThat(store.find("stays").orElseThrow().manifest()).isEqualTo(stored.manifest());
        store.remove("stays");
        assertThat(firstFile()).isNotEmptyFile();
    }

    @Test
    void whatChangesInPlaceIsFound() throws Exception {
        StoredDataset stored = inPlace("stays");
        Path first = firstFile();
        String name = source.toRealPath().relativize(first.toRealPath()).toString();
        FileTime before = Files.getLastModifiedTime(first);

        Files.setLastModifiedTime(first, FileTime.fromMillis(before.toMillis() + 60_000));
        assertThat(catchThrowable(stored::requireFiles)).hasMessageContaining(name + ": changed since it was imported");
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length - 20] ^= 1;
        Files.write(first, bytes);
        Files.setLastModifiedTime(first, before);
        stored.requireFiles();
        assertThat(store.verify("stays", ProgressListener.NONE).problems()).isNotEmpty();
        Files.copy(first, first.resolveSibling("more.parquet"));
        Files.delete(first);
        assertThat(catchThrowable(stored::requireFiles))
                .hasMessageContaining(name + ": is gone")
                .hasMessageContaining("more.parquet: was not there when the dataset was imported")
                .hasMessageContaining("dataset import " + source.toRealPath() + " --name stays")
                .hasMessageEndingWith(" --in-place --force'.");
    }

    @Test
    void unreadableFilesAreNamedAllAtOnce() throws Exception {
        Files.writeString(source.resolve("pod_usage_a.parquet"), "no Parquet at all, but long enough");
        Files.write(source.resolve("pod_usage_b.parquet"), new byte[3]);
        byte[] whole = Files.readAllBytes(firstFile());
        Files.write(source.resolve("pod_usage_c.parquet"), Arrays.copyOf(whole, whole.length - 9));
        Files.copy(tableFile("node_labels"), source.resolve("pod_usage_d.parquet"));

        assertThat(catchThrowable(() -> store.importFrom(request("bad", Optional.empty()), ProgressListener.NONE)))
                .hasFieldOrPropertyWithValue("kind", DatasetException.Kind.UNUSABLE)
                .hasMessageContaining("pod_usage_a.parquet: no Parquet file")
                .hasMessageContaining("pod_usage_b.parquet: no Parquet file: it has 3 bytes")
                .hasMessageContaining("pod_usage_c.parquet: no Parquet file")
                .hasMessageContaining("pod_usage_d.parquet: is of pod_usage and has no column namespace");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void parametersAreNeeded() {
        assertThat(catchThrowable(() -> store.importFrom(
                        new ImportRequest("p", source, Optional.empty(), false, Optional.empty()),
                        ProgressListener.NONE)))
                .hasFieldOrPropertyWithValue("kind", DatasetException.Kind.INVALID)
                .hasMessageContaining("--params FILE");
    }

    @Test
    void aFolderOfBothKindsIsRefused() throws Exception {
        NiseFiles.write(source.resolve("p.csv"), NiseFiles.POD_HEADER, NiseFiles.pod(1, 0, "a", ""));

        assertThat(catchThrowable(() -> store.importFrom(request("both", Optional.empty()), ProgressListener.NONE)))
                .hasMessageContaining("holds both CSV and Parquet files");
    }

    @Test
    void dataOfTheStoreItselfDoesNotStayInPlace() throws Exception {
        StoredDataset mine = store.generate(DatasetCatalog.builtIn().find("tiny"), 1, ProgressListener.NONE);
        ImportRequest request = new ImportRequest(
                "again", mine.data(), Optional.of(params), false, Optional.of(ImportRequest.placeOf(mine.data())));

        assertThat(catchThrowable(() -> store.importFrom(request, ProgressListener.NONE)))
                .hasMessageContaining("import it without --in-place");
    }

    private StoredDataset inPlace(String name) throws DatasetException, IOException {
        return store.importFrom(request(name, Optional.of(ImportRequest.placeOf(source))), ProgressListener.NONE)
                .dataset();
    }

    private ImportRequest request(String name, Optional<DataPlace> place) {
        return new ImportRequest(name, source, Optional.of(params), false, place);
    }

    private Path firstFile() throws IOException {
        return tableFile("pod_usage");
    }

    private Path tableFile(String table) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("openshift_" + table))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
