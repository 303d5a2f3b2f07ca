// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    @TempDir
    private Path root;

    private DatasetStore store;

    @BeforeEach
    void openStore() {
        store = new DatasetStore(root.resolve("data"));
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

    private StoredDataset generate(String name) throws DatasetException {
        return store.generate(dataset(name), 2, ProgressListener.NONE);
    }

    private static Dataset dataset(String name) throws DatasetException {
        return DatasetCatalog.builtIn().find(name);
    }
}
