// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetStoreTest {

    @TempDir
    private Path root;

    private DatasetStore store;

    @BeforeEach
    void openStore() {
        store = new DatasetStore(root.resolve("data"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny",
                "20k+absent-0.1+blank_node-0.1+layout-koku+row_group_rows-5000",
                "production-small+days-3+namespaces-5+pods-250+values-decimal"
            })
    void oneThreadAndFourMakeTheSameBytes(String name) throws DatasetException, IOException {
        Dataset dataset = DatasetCatalog.builtIn().find(name);
        DatasetStore other = new DatasetStore(root.resolve("other"));

        StoredDataset one = store.generate(dataset, 1, ProgressListener.NONE);
        StoredDataset four = other.generate(dataset, 4, ProgressListener.NONE);

        assertThat(contents(four.directory())).isEqualTo(contents(one.directory()));
        assertThat(four.digest()).isEqualTo(one.digest());
    }

    /** Changes with the rules of the generator and with the Parquet library; then {@link Manifest#GENERATOR} goes up. */
    @Test
    void tinyHasTheBytesThatItAlwaysHad() throws DatasetException {
        StoredDataset stored = generate("tiny+codec-uncompressed");

        assertThat(stored.manifest().files().get(0).sha256())
                .isEqualTo("3c15a1bee634ea2d548cc7ba736888a0210961daa1855a556861a7eb6665ca58");
        assertThat(stored.digest()).isEqualTo("6ef9b301a5e3bf4b7528ff24c2a8ec920bcf9bf6182a76aa41b2f5efb0ded48c");
    }

    /** Snappy's bytes may differ between kinds of processors; what they mean does not. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void compressedTinyHasTheBytesThatItAlwaysHad() throws DatasetException {
        assertThat(generate("tiny").digest())
                .isEqualTo("494a431f1c7eb733acb14bbf7e10c855585a5189fde35d0031bee06e9eeaeadb");
    }

    @Test
    void anotherSeedMakesOtherData() throws DatasetException {
        Manifest first = generate("tiny").manifest();
        Manifest second = generate("tiny+seed-1").manifest();

        assertThat(second.sums()).isNotEqualTo(first.sums());
        assertThat(second.rows()).isEqualTo(first.rows());
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
        Dataset endless = dataset("production-large+days-3660+namespaces-50+pods-50000000");

        DatasetException failure =
                catchThrowableOfType(DatasetException.class, () -> store.generate(endless, 1, ProgressListener.NONE));

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
    void aSoundDatasetVerifies() throws DatasetException {
        generate("tiny");
        AtomicLong read = new AtomicLong();

        Verification verification = store.verify("tiny", (done, total) -> read.set(done));

        assertThat(verification.problems()).isEmpty();
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.files()).isEqualTo(6);
        assertThat(read.get()).isEqualTo(verification.bytes());
    }

    @Test
    void everyKindOfDamageIsFoundAndTheFileNamed() throws DatasetException, IOException {
        StoredDataset made = generate("tiny");
        Path changed = made.data().resolve(made.manifest().files().get(0).path());
        Path cut = made.data().resolve(made.manifest().files().get(1).path());
        Path gone = made.data().resolve(made.manifest().files().get(2).path());
        Path stranger = made.data().resolve("stranger.parquet");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        Files.write(cut, new byte[100]);
        Files.delete(gone);
        Files.writeString(stranger, "x");
        Files.writeString(made.params(), "{}");

        Verification verification = store.verify("tiny", ProgressListener.NONE);

        assertThat(verification.isSound()).isFalse();
        assertThat(verification.problems())
                .containsExactly(
                        made.params() + ": changed since it was made",
                        changed + ": its bytes changed since it was made (SHA-256 differs)",
                        cut + ": has 100 bytes instead of "
                                + made.manifest().files().get(1).bytes(),
                        gone + ": cannot be read: no such file",
                        stranger + ": is not part of the dataset");
    }

    @Test
    void rowsThatTheFooterDoesNotHaveAreFound() throws DatasetException, IOException {
        StoredDataset made = generate("tiny");
        Path manifest = made.directory().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"rows\" : 144", "\"rows\" : 145"));

        assertThat(store.verify("tiny", ProgressListener.NONE).problems())
                .singleElement()
                .asString()
                .endsWith("data.parquet: has 144 rows instead of 145");
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

    /** Every file below a directory with its bytes. */
    private static Map<String, String> contents(Path directory) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        directory.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
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
