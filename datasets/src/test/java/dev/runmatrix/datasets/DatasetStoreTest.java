// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetStoreTest {

    @TempDir
    private Path root;

    private DatasetStore store;

    @BeforeEach
    void openStore() {
        store = new DatasetStore(root.resolve("data"));
    }

    @Test
    void whatWasMadeIsFoundAgain() throws DatasetException {
        StoredDataset made = generate("tiny");

        assertThat(store.find("tiny")).contains(made);
        assertThat(store.find(dataset("tiny"))).contains(made);
        assertThat(store.list()).containsExactly(made);
        assertThat(made.data()).isDirectory();
        assertThat(made.params()).isRegularFile();
        assertThat(store.find("20k")).isEmpty();
    }

    @Test
    void aDatasetWithoutItsManifestIsNotTakenForAWholeOne() throws DatasetException, IOException {
        StoredDataset made = generate("tiny");

        Files.delete(made.directory().resolve("manifest.json"));

        assertThat(store.find("tiny")).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(generate("tiny")).isEqualTo(made);
    }

    @Test
    void whatACrashLeftBehindIsRemovedWhenTheDatasetIsMadeAgain() throws DatasetException, IOException {
        Path partial = root.resolve("data/.tiny.partial");
        Files.createDirectories(partial.resolve("data"));
        Files.writeString(partial.resolve("data/half.parquet"), "PAR1");

        assertThat(store.find("tiny")).isEmpty();
        assertThat(store.list()).isEmpty();
        StoredDataset made = generate("tiny");

        assertThat(partial).doesNotExist();
        assertThat(contents(made.directory())).doesNotContainKey("data/half.parquet");
    }

    @Test
    void aFailureLeavesNothingHalfWrittenAndTheOldDatasetAsItWas() throws DatasetException, IOException {
        StoredDataset old = generate("tiny");
        Map<String, String> before = contents(old.directory());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.generate(dataset("tiny"), 2, (done, total) -> {
                    throw new IllegalStateException("the listener failed");
                }));

        assertThat(contents(old.directory())).isEqualTo(before);
        assertThat(visible(root.resolve("data"))).containsExactly(".locks", "tiny");
    }

    @Test
    void aDiskThatFailsHalfwayLeavesNothing() throws DatasetException, IOException {
        Dataset dataset = dataset("20k+days-3");
        Path partial = root.resolve("data/.20k+days-3.partial/data");

        DatasetException failure = catchThrowableOfType(
                DatasetException.class,
                () -> store.generate(dataset, 1, (done, total) -> putInTheWay(partial, "day=03")));

        assertThat(failure.kind()).isEqualTo(Kind.IO);
        assertThat(failure)
                .hasMessageContaining("data/20k+days-3: cannot be written")
                .hasMessageContaining("nothing of it was kept");
        assertThat(store.find(dataset)).isEmpty();
        assertThat(visible(root.resolve("data"))).containsExactly(".locks");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "not a directory");

        DatasetException failure = catchThrowableOfType(
                DatasetException.class,
                () -> new DatasetStore(file).generate(dataset("tiny"), 1, ProgressListener.NONE));

        assertThat(failure.kind()).isEqualTo(Kind.IO);
        assertThat(failure).hasMessageContaining(file.toString());
    }

    @Test
    void aDatasetThatCannotFitIsRefusedBeforeItIsBegun() throws DatasetException, IOException {
        Dataset endless = dataset("production-small+codec-uncompressed+days-3660+order-hour-major+pods-3000000");

        DatasetException failure = catchThrowableOfType(
                DatasetException.class,
                () -> store.generate(endless, 1, (done, total) -> {
                    throw new IllegalStateException("it was begun");
                }));

        assertThat(failure.kind()).isEqualTo(Kind.IO);
        assertThat(failure).hasMessageContaining("needs about").hasMessageContaining("MB free");
        assertThat(visible(root.resolve("data"))).containsExactly(".locks");
    }

    @Test
    void aDatasetThatIsBeingMadeIsNotMadeTwice() throws DatasetException, IOException {
        Path lock = root.resolve("data/.locks/tiny");
        Files.createDirectories(lock.getParent());

        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            DatasetException failure = catchThrowableOfType(DatasetException.class, () -> generate("tiny"));
            assertThat(failure.kind()).isEqualTo(Kind.LOCKED);
        }

        assertThat(generate("tiny").name()).isEqualTo("tiny");
    }

    @Test
    void dataOfOtherParametersIsNotCurrent() throws DatasetException, IOException {
        StoredDataset made = generate("tiny");
        Path manifest = made.directory().resolve("manifest.json");

        Files.writeString(manifest, Files.readString(manifest).replace("\"20251001\"", "\"7\""));

        assertThat(store.find("tiny")).isPresent();
        assertThat(store.find(dataset("tiny"))).isEmpty();
    }

    @Test
    void aManifestThatCannotBeReadIsDamageAndSaysHowToMendIt() throws DatasetException, IOException {
        Files.writeString(generate("tiny").directory().resolve("manifest.json"), "{\"schema\": ");

        DatasetException failure = catchThrowableOfType(DatasetException.class, () -> store.find("tiny"));

        assertThat(failure.kind()).isEqualTo(Kind.DAMAGED);
        assertThat(failure).hasMessageContaining("manifest.json").hasMessageContaining("dataset generate --force tiny");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void aDatasetThatIsNotThereCannotBeVerifiedOrRemoved() {
        for (String name : List.of("tiny", "..", ".locks", "a/b")) {
            DatasetException verify =
                    catchThrowableOfType(DatasetException.class, () -> store.verify(name, ProgressListener.NONE));
            DatasetException remove = catchThrowableOfType(DatasetException.class, () -> store.remove(name));
            assertThat(verify.kind()).isEqualTo(Kind.MISSING);
            assertThat(remove.kind()).isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void aRemovedDatasetIsGone() throws DatasetException, IOException {
        generate("tiny");

        store.remove("tiny");

        assertThat(store.find("tiny")).isEmpty();
        assertThat(visible(root.resolve("data"))).containsExactly(".locks");
    }

    @Test
    void progressGoesUpToTheEnd() throws DatasetException {
        List<Long> seen = new ArrayList<>();

        store.generate(dataset("20k+days-2"), 1, (done, total) -> {
            seen.add(done);
            assertThat(total).isEqualTo(2 * (19_920 + 480));
        });

        assertThat(seen).isSorted().endsWith(2L * (19_920 + 480));
    }

    @Test
    void paramsAskForTheDaysAndLabelsOfTheDataset() throws DatasetException, IOException {
        String params =
                Files.readString(generate("production-small+days-2+pods-25").params());

        assertThat(params)
                .contains("\"enabled_keys\" : [ \"app\", \"tier\", \"namespace\", \"zone\", \"team\", \"env\" ]")
                .contains("\"start_date\" : \"2025-10-01\"")
                .contains("\"end_date\" : \"2025-10-02\"")
                .contains("\"pattern\" : \"namespace-1%\",\n    \"id\" : 2")
                .contains("\"report_period_id\" : 1")
                .contains("\"source_uuid\"")
                .contains("\"cluster_id\"")
                .contains("\"cluster_alias\"");
    }

    /** Makes a file beside the first directory of a day, where another day's directory would have to be. */
    private static void putInTheWay(Path data, String day) {
        try (Stream<Path> files = Files.walk(data)) {
            Path first =
                    files.filter(file -> file.endsWith("day=01")).findFirst().orElseThrow();
            Files.writeString(first.resolveSibling(day), "in the way");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredDataset generate(String name) throws DatasetException {
        return store.generate(dataset(name), 2, ProgressListener.NONE);
    }

    private static Dataset dataset(String name) throws DatasetException {
        return DatasetCatalog.builtIn().find(name);
    }

    /** Every file below a directory with the hash of its bytes. */
    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(directory.relativize(file).toString(), Sha256.hex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    private static List<String> visible(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
