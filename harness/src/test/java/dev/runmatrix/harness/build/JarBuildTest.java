// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runmatrix.harness.build.BuildFixture.Matrix;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Placeholders;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarBuildTest {

    private static final Path JAR = Path.of("/some where/{x}/run-matrix.jar");
    private static final JarBuild BUILD =
            new JarBuild(new BuildFacts("x.jar", BuildFacts.Kind.JAR, Optional.empty(), Optional.empty()), JAR);

    @TempDir
    Path folder;

    @Test
    void oneCommandServesCellsThatDifferInValuesAlone() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.AGGREGATOR);

        List<CommandTarget> targets = BUILD.targets(matrix.spec(), matrix.cells());

        assertThat(targets).hasSize(1);
        assertThat(targets.get(0).when()).isEmpty();
        assertThat(words(targets, matrix.cells().get(2)))
                .endsWith(
                        "-Xmx64m",
                        "-cp",
                        JAR.toString(),
                        "dev.runmatrix.cli.Main",
                        "aggregate",
                        "--input",
                        "/in",
                        "--params",
                        "/p.json",
                        "--output",
                        "/out.parquet",
                        "--mode",
                        "streaming",
                        "--parallel-chunks",
                        "true",
                        "--max-workers",
                        "2",
                        "--chunk-size",
                        "100000")
                .first()
                .asString()
                .endsWith("/bin/java");
    }

    @Test
    void aModeThatChoosesForItselfIsGivenNothingElse() throws Exception {
        Matrix matrix = BuildFixture.matrix(
                folder,
                BuildFixture.HEAD + "axes: {dataset: [tiny, 100k], mode: [auto, in-memory], max_workers: [1, 2]}\n");

        List<CommandTarget> targets = BUILD.targets(matrix.spec(), matrix.cells());

        assertThat(targets).hasSize(2);
        for (PlannedCell cell : matrix.cells()) {
            boolean auto = cell.cell().axes().containsValue("auto");
            assertThat(words(targets, cell).contains("--max-workers")).isEqualTo(!auto);
            assertThat(words(targets, cell)).contains(cell.cell().axes().get("mode"));
        }
    }

    @Test
    void cellsWithFewerAxesAreNotTakenForOthers() throws Exception {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.HEAD + """
                axes: {dataset: [tiny], mode: [streaming], parallel_chunks: [true], max_workers: [1, 2], chunk_size: [10, 20]}
                include:
                  - {dataset: tiny, mode: in-memory, max_workers: 1}
                  - {dataset: tiny, mode: in-memory, max_workers: 2, parallel_readers: 1}
                  - {dataset: 100k, mode: in-memory, max_workers: 2}
                  - {dataset: 100k, mode: in-memory, max_workers: 2, parallel_readers: 2}
                """);

        List<CommandTarget> targets = BUILD.targets(matrix.spec(), matrix.cells());

        for (PlannedCell cell : matrix.cells()) {
            List<String> words = words(targets, cell);
            Map<String, String> axes = cell.cell().axes();
            assertThat(words.contains("--parallel-readers")).isEqualTo(axes.containsKey("parallel_readers"));
            assertThat(words.get(words.indexOf("--chunk-size") + 1))
                    .isEqualTo(axes.getOrDefault("chunk_size", "100000"));
        }
    }

    @Test
    void aJarIsNoBuildOfACommand() throws IOException, ConfigException {
        Matrix matrix = BuildFixture.matrix(folder, BuildFixture.HEAD + """
                target: {kind: command, command: [sleep, "{secs}"]}
                axes: {secs: [1]}
                """);

        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> BUILD.targets(matrix.spec(), matrix.cells()))
                .withMessageContaining("x.jar")
                .withMessageContaining("C01 measures a command")
                .withMessageContaining("git revision")
                .withMessageContaining("'[program, \"{out}\"]'");
    }

    /** What a cell runs, as the harness fills it in. */
    private static List<String> words(List<CommandTarget> targets, PlannedCell cell) {
        Map<String, String> values = new LinkedHashMap<>(cell.cell().axes());
        values.putAll(Map.of("out", "/out", "input", "/in", "params", "/p.json"));
        return targets.stream()
                .filter(target -> target.covers(cell.cell()))
                .findFirst()
                .orElseThrow()
                .command()
                .stream()
                .map(text -> Placeholders.fill(text, values))
                .toList();
    }
}
