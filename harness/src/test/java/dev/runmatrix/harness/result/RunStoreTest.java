// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStoreTest {

    @TempDir
    Path results;

    @Test
    void aRunReadsBackAsItWasWritten() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        store.append(SampleRuns.okFork());
        store.append(SampleRuns.failedFork());
        store.write(SampleRuns.full());

        StoredRun read = RunStore.read(store.directory());

        assertThat(read.run()).isEqualTo(SampleRuns.full());
        assertThat(read.forks()).containsExactly(SampleRuns.okFork(), SampleRuns.failedFork());
        assertThat(read.torn()).isFalse();
    }

    @Test
    void theHomeOfTheUserStandsInNoFile() throws Exception {
        String home = System.getProperty("user.home");
        ForkRecord failed = SampleRuns.failedFork("cannot read " + home + "/data/a.parquet");
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        store.append(failed);

        assertThat(Files.readString(store.directory().resolve(RunStore.FORKS_FILE)))
                .contains("cannot read ~/data/a.parquet")
                .doesNotContain(home);
    }

    @Test
    void everyPrefixOfTheForksFileLosesNoFinishedFork() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        store.append(SampleRuns.okFork());
        Path forks = store.directory().resolve(RunStore.FORKS_FILE);
        byte[] first = Files.readAllBytes(forks);
        store.append(SampleRuns.failedFork());
        byte[] both = Files.readAllBytes(forks);

        for (int length = first.length; length < both.length; length++) {
            Files.write(forks, java.util.Arrays.copyOf(both, length));
            StoredRun read = RunStore.read(store.directory());
            assertThat(read.forks()).containsExactly(SampleRuns.okFork());
            assertThat(read.torn()).isEqualTo(length > first.length);
        }
    }

    @Test
    void aDamagedLineIsNamedWithItsNumber() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        store.append(SampleRuns.okFork());
        Files.writeString(
                store.directory().resolve(RunStore.FORKS_FILE), "{\"attempt\": }\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> RunStore.read(store.directory()))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("forks.jsonl:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"\"", "7", "{}", "{\"schema\":\"run-matrix/run/v9\",\"other\":1}"})
    void jsonThatIsNoRunIsRefusedForItsSchema(String json) throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        Files.writeString(store.directory().resolve(RunStore.RUN_FILE), json);

        assertThatThrownBy(() -> RunStore.read(store.directory()))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("is not '" + RunRecord.SCHEMA + "'");
    }

    @Test
    void aLineOfNothingIsNoFork() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        Files.writeString(store.directory().resolve(RunStore.FORKS_FILE), "null\n");

        assertThatThrownBy(() -> RunStore.read(store.directory()))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("forks.jsonl:1");
    }

    @Test
    void aRunOfAVersionWithoutClaimsHasNone() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        Path frame = store.directory().resolve("run.json");
        String json = Files.readString(frame);
        assertThat(json).contains("\"claims\"");
        Files.writeString(frame, json.replaceAll(",\\s*\"claims\"\\s*:\\s*\\[\\s*]", ""));
        assertThat(Files.readString(frame)).doesNotContain("\"claims\"");

        StoredRun read = RunStore.read(store.directory());

        assertThat(read.run().spec().claims()).isEmpty();
        assertThat(read.run().plan().claims()).isEmpty();
    }

    @Test
    void aRunOfAnotherSchemaVersionIsRefused() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.sparse());
        Path file = store.directory().resolve(RunStore.RUN_FILE);
        Files.writeString(file, Files.readString(file).replace(RunRecord.SCHEMA, "run-matrix/run/v9"));

        assertThatThrownBy(() -> RunStore.read(store.directory()))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("run-matrix/run/v9")
                .hasMessageContaining(RunRecord.SCHEMA);
    }

    @Test
    void aDirectoryWithoutARunIsNamed() {
        assertThatThrownBy(() -> RunStore.read(results.resolve("nothing")))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void twoRunsNeverShareADirectory() throws IOException {
        RunStore.create(results, SampleRuns.sparse());

        assertThatThrownBy(() -> RunStore.create(results, SampleRuns.sparse()))
                .isInstanceOf(FileAlreadyExistsException.class);
    }
}
