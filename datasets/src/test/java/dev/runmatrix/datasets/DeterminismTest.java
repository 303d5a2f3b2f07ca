// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeterminismTest {

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
}
