// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

    private static final String HEAD = "schema: run-matrix/v1\ntitle: t\nquestion: q\n";

    @TempDir
    private Path folder;

    @Test
    void anEngineOfTheMatrixNeedsNoTarget() throws Exception {
        MatrixSpec spec = read("axes: {dataset: [tiny], engine: [builtin, quack], mode: [streaming, in-memory],"
                        + " max_workers: [1, 2]}\n")
                .spec();

        assertThat(spec.commands())
                .containsExactly(new CommandTarget(
                        Map.of("engine", "quack"),
                        List.of("quack", "--input", "{input}", "--out", "{out}", "--threads", "{max_workers}"),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void itsCellsDifferInWhatItKnows() throws Exception {
        List<Map<String, String>> cells = cells("axes: {dataset: [tiny], engine: [builtin, quack],"
                + " mode: [streaming, in-memory], max_workers: [1, 2]}\n");

        assertThat(cells.stream().filter(cell -> "quack".equals(cell.get("engine"))))
                .extracting(cell -> cell.get("max_workers"))
                .containsExactly("1", "2");
        assertThat(cells.stream().filter(cell -> "builtin".equals(cell.get("engine"))))
                .extracting(cell -> cell.get("mode") + cell.get("max_workers"))
                .containsExactly("streaming2", "in-memory1", "in-memory2");
    }

    @Test
    void anAxisThatIsNotInTheMatrixIsLeftOutWithTheOptionBeforeIt() throws Exception {
        MatrixSpec spec = read("axes: {dataset: [tiny], engine: [quack], mode: [streaming]}\n")
                .spec();

        assertThat(spec.commands().get(0).command()).containsExactly("quack", "--input", "{input}", "--out", "{out}");
    }

    @Test
    void whatTheFileSaysOfAnEngineGoesFirst() throws Exception {
        MatrixSpec spec = read("""
                axes: {dataset: [tiny], engine: [builtin, quack, honk], mode: [streaming]}
                targets: [{when: {engine: quack}, command: [mine, "{out}"]}]
                """).spec();

        assertThat(spec.commands())
                .extracting(target -> target.command().get(0))
                .containsExactly("mine", "honk");
    }

    @Test
    void aMistypedEngineIsToldWithTheNearestName() {
        ConfigException problem = catchThrowableOfType(
                ConfigException.class,
                () -> read("axes: {dataset: [tiny], engine: [builtin, qauck], mode: [streaming]}\n"));

        assertThat(problem)
                .hasMessageContaining("has the engine 'qauck'")
                .hasMessageContaining("did you mean 'quack'?")
                .hasMessageContaining("builtin, quack, honk");
    }

    @Test
    void aValueThatATargetUsesIsNoMistake() throws Exception {
        MatrixSpec spec = read("""
                axes: {dataset: [tiny], engine: [python, ruby], mode: [streaming]}
                target: {kind: command, command: ["{engine}", "{out}"]}
                """).spec();

        assertThat(spec.commands()).hasSize(1);
    }

    @Test
    void theResolvedMatrixSaysHowTheyAreStartedAndReadsAgain() throws Exception {
        MatrixFile read = read("axes: {dataset: [tiny], engine: [builtin, quack], mode: [streaming]}\n");
        Path resolved = folder.resolve("resolved.yaml");
        Files.writeString(
                resolved, ResolvedMatrix.yaml(read, new MatrixExpansion(Limits.DEFAULT).plan(read, Filters.NONE), 1));

        MatrixSpec again = new MatrixSpecReader(MatrixFixture.DATASETS, List.of(), Engines.NONE, Limits.DEFAULT)
                .read(resolved, Optional.empty())
                .spec();

        assertThat(again.commands()).isEqualTo(read.spec().commands());
    }

    private List<Map<String, String>> cells(String axes) throws IOException, ConfigException {
        return new MatrixExpansion(Limits.DEFAULT)
                .plan(read(axes), Filters.NONE).cells().stream()
                        .map(cell -> cell.cell().axes())
                        .toList();
    }

    private MatrixFile read(String rest) throws IOException, ConfigException {
        Path file = folder.resolve("run-matrix.yaml");
        Files.writeString(file, HEAD + rest);
        return new MatrixSpecReader(MatrixFixture.DATASETS, List.of(), engines(), Limits.DEFAULT)
                .read(file, Optional.empty());
    }

    private static Engines engines() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("quack", List.of("quack", "--input", "{input}", "--out", "{out}", "--threads", "{max_workers}"));
        commands.put("honk", List.of("honk", "{out}"));
        return new Engines(commands);
    }
}
