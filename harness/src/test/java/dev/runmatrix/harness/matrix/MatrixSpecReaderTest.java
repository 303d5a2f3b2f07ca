// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static dev.runmatrix.harness.matrix.MatrixFixture.SOUND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixSpecReaderTest {

    @TempDir
    Path directory;

    @Test
    void everyKeyArrivesInTheSpec() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, """
                schema: run-matrix/v1
                title: A title
                question: A question?
                target: {kind: jmh, jvm_args: [-Xmx2g, "-Dkey=a value"]}
                axes:
                  dataset: [tiny]
                  mode: [streaming, in-memory]
                  parallel_chunks: [false, true]
                  max_workers: [1, 4]
                  chunk_size: [50000]
                include: [{parallel_readers: 2, mode: in-memory}]
                exclude: [{mode: streaming, parallel_chunks: true, max_workers: 1}]
                reference_cell: {mode: streaming, parallel_chunks: false}
                options:
                  - name: Option 1
                    set: {parallel_chunks: true, max_workers: 4}
                    stated: {times: [3, 4.5], where: triage note}
                  - {name: Option 2, set: {mode: in-memory, parallel_readers: 2}, stated: {times: 2}}
                budget: {rss: 1.5GiB, wall: 90s}
                measure:
                  {forks: 3, max_forks: 12, precision: 1.25%, warmup: {forks: 2}, twin: false, repeat_contaminated: 0,
                   max_failures: 5, budget: 30m, timeout: 5m, stall_timeout: 20s, sample_period: 250ms, seed: 42}
                """);

        MatrixSpec spec = file.spec();
        assertThat(spec.title()).isEqualTo("A title");
        assertThat(spec.question()).isEqualTo("A question?");
        assertThat(spec.jvmArgs()).containsExactly("-Xmx2g", "-Dkey=a value");
        assertThat(spec.axes().keySet())
                .containsExactly("dataset", "mode", "parallel_chunks", "max_workers", "chunk_size");
        assertThat(spec.axes().get("parallel_chunks")).containsExactly("false", "true");
        assertThat(spec.include()).containsExactly(Map.of("parallel_readers", "2", "mode", "in-memory"));
        assertThat(spec.exclude())
                .containsExactly(Map.of("mode", "streaming", "parallel_chunks", "true", "max_workers", "1"));
        assertThat(spec.referenceCell()).contains(Map.of("mode", "streaming", "parallel_chunks", "false"));
        assertThat(spec.options())
                .containsExactly(
                        new Option(
                                "Option 1",
                                Map.of("parallel_chunks", "true", "max_workers", "4"),
                                Optional.of(new StatedGain(3, 4.5, Optional.of("triage note")))),
                        new Option(
                                "Option 2",
                                Map.of("mode", "in-memory", "parallel_readers", "2"),
                                Optional.of(new StatedGain(2, 2, Optional.empty()))));
        assertThat(spec.budget())
                .isEqualTo(new Budget(Optional.of(1_610_612_736L), Optional.of(Duration.ofSeconds(90))));
        assertThat(spec.protocol())
                .isEqualTo(new Protocol(
                        3,
                        12,
                        0.0125,
                        2,
                        false,
                        0,
                        5,
                        Optional.of(Duration.ofMinutes(30)),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(20),
                        Duration.ofMillis(250)));
        assertThat(spec.profile()).isEmpty();
        assertThat(file.seed()).isEqualTo(OptionalLong.of(42));
        assertThat(file.notices()).isEmpty();
    }

    @Test
    void whatAFileLeavesOutHasItsDefault() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, SOUND);

        assertThat(file.spec().protocol()).isEqualTo(Protocol.DEFAULT);
        assertThat(file.spec().jvmArgs()).isEqualTo(MatrixFixture.SHIPPED);
        assertThat(file.spec().budget()).isEqualTo(new Budget(Optional.empty(), Optional.empty()));
        assertThat(file.spec().referenceCell()).isEmpty();
        assertThat(file.seed()).isEmpty();
    }

    @Test
    void withoutMaxForksTheNumberOfForksIsFixed() throws IOException, ConfigException {
        Protocol protocol = MatrixFixture.read(directory, SOUND + "measure: {forks: 10}")
                .spec()
                .protocol();

        assertThat(protocol.maxForks()).isEqualTo(10);
        assertThat(protocol.looks().isFixed()).isTrue();
    }

    @Test
    void anEmptyListOfJvmArgumentsIsTakenAtItsWord() throws IOException, ConfigException {
        assertThat(MatrixFixture.read(directory, SOUND + "target: {jvm_args: []}")
                        .spec()
                        .jvmArgs())
                .isEmpty();
    }

    @Test
    void aProfileMergesMappingsAndReplacesLists() throws IOException, ConfigException {
        String yaml = SOUND + """
                include: [{dataset: 100k, mode: streaming, max_workers: 1}]
                measure: {forks: 10, warmup: {forks: 3}}
                profiles:
                  quick:
                    title: Quick
                    axes: {dataset: [100k], chunk_size: [7]}
                    include: []
                    measure: {warmup: {forks: 0}}
                """;

        MatrixSpec plain = MatrixFixture.read(directory, yaml).spec();
        MatrixSpec quick = MatrixFixture.read(directory, yaml, "quick").spec();

        assertThat(plain.title()).isEqualTo("A title");
        assertThat(plain.protocol().warmupForks()).isEqualTo(3);
        assertThat(quick.title()).isEqualTo("Quick");
        assertThat(quick.profile()).contains("quick");
        assertThat(quick.axes())
                .isEqualTo(Map.of(
                        "dataset",
                        List.of("100k"),
                        "mode",
                        List.of("streaming", "in-memory"),
                        "max_workers",
                        List.of("1", "2"),
                        "chunk_size",
                        List.of("7")));
        assertThat(quick.axes().keySet()).containsExactly("dataset", "mode", "max_workers", "chunk_size");
        assertThat(quick.include()).isEmpty();
        assertThat(quick.protocol().forks()).isEqualTo(10);
        assertThat(quick.protocol().warmupForks()).isZero();
    }

    @Test
    void anchorsAndAliasesMayBeUsed() throws IOException, ConfigException {
        String yaml = SOUND + """
                reference_cell: &now {mode: in-memory, max_workers: 2}
                exclude: [*now]
                profiles: {all: {exclude: [], reference_cell: *now}}
                """.replace("exclude: [*now]", "exclude: [{mode: streaming}]");

        assertThat(MatrixFixture.read(directory, yaml, "all").spec().referenceCell())
                .contains(Map.of("mode", "in-memory", "max_workers", "2"));
    }

    @Test
    void anExcludeThatRemovesNothingIsANotice() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, SOUND + "exclude:\n  - {max_workers: 1}\n  - {max_workers: 8}");

        assertThat(file.notices()).containsExactly("exclude: the rule at m.yaml:10 matches no setting");
    }
}
