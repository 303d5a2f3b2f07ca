// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredNumbersTest {

    @TempDir
    Path results;

    @ParameterizedTest
    @ValueSource(strings = {"4611686018427387904", "9223372036854775807", "-1"})
    void aForkWithASizeThatNothingHasIsRefusedByFileAndLine(String bytes) throws Exception {
        Path run = stored();
        Path forks = run.resolve(RunStore.FORKS_FILE);
        List<String> lines = Files.readAllLines(forks);
        Files.write(forks, List.of(lines.get(0), lines.get(1).replaceFirst("(peak_rss_bytes\":)\\d+", "$1" + bytes)));

        assertThatThrownBy(() -> RunStore.read(run))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageStartingWith(forks + ":2: process.peak_rss_bytes is " + bytes + ": ")
                .hasMessageContaining("restore it");
    }

    @ParameterizedTest
    @CsvSource({
        "granted_memory_bytes, 0",
        "granted_memory_bytes, 4611686018427387904",
        "granted_cores, 1e300",
        "requested_workers, -1"
    })
    void soIsTheFrameOfARun(String key, String value) throws Exception {
        Path run = stored();
        Path file = run.resolve(RunStore.RUN_FILE);
        Files.writeString(file, Files.readString(file).replaceFirst("(\"" + key + "\" : )[\\d.]+", "$1" + value));

        assertThatThrownBy(() -> RunStore.readFrame(run))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(key + " is ");
    }

    @Test
    void aSeedIsAnyNumberAndSmallNegativeOnesStay() throws Exception {
        StoredNumbers.require(
                "here", RunJson.MAPPER.readTree("{\"seed\":-9223372036854775808,\"share\":-0.5,\"list\":[0,1e15]}"));
    }

    @Test
    void manyProblemsAreCounted() {
        assertThatThrownBy(
                        () -> StoredNumbers.require("here", RunJson.MAPPER.readTree("{\"n\":[1e16,1e16,1e16,1e16]}")))
                .hasMessageStartingWith("here: n[0] is 1.0E16, n[1] is 1.0E16, n[2] is 1.0E16 and 1 more: ");
    }

    private Path stored() throws Exception {
        RunStore store = RunStore.create(results, SampleRuns.full());
        store.append(SampleRuns.okFork());
        store.append(SampleRuns.okFork());
        assertThat(RunStore.read(store.directory()).forks()).hasSize(2);
        return store.directory();
    }
}
