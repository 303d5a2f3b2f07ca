// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandMatrixTest {

    private static final String TWO_ENGINES = MatrixFixture.HEAD + """
            axes:
              dataset: [tiny]
              engine: [builtin, python]
              mode: [streaming, in-memory]
              max_workers: [1, 2]
            targets:
              - when: {engine: python}
                command: [python3, agg.py, "--in={input}", "--out={out}"]
                env: {THREADS: 4, SEPARATOR: ""}
                directory: tools
            """;

    @TempDir
    Path directory;

    @Test
    void aProgramAndTheAggregatorStandInOneMatrix() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, TWO_ENGINES);
        Plan plan = MatrixFixture.plan(directory, TWO_ENGINES);

        assertThat(MatrixFixture.lines(plan))
                .containsExactly(
                        "C01 tiny builtin streaming (2)",
                        "C02 tiny builtin in-memory 1",
                        "C03 tiny builtin in-memory 2",
                        "C04 tiny python (streaming) (2)");
        assertThat(plan.cells())
                .extracting(c -> file.spec().commandOf(c.cell()).isPresent())
                .containsExactly(false, false, false, true);
        assertThat(plan.cells()).extracting(PlannedCell::requestedWorkers).containsExactly(2, 1, 2, 1);
        assertThat(file.spec().commands())
                .containsExactly(new CommandTarget(
                        Map.of("engine", "python"),
                        List.of("python3", "agg.py", "--in={input}", "--out={out}"),
                        Map.of("THREADS", "4", "SEPARATOR", ""),
                        Optional.of("tools"),
                        Optional.empty()));
        assertThat(file.notices()).isEmpty();
    }

    @Test
    void whereAllCellsRunAProgramNoDatasetIsNeeded() throws IOException, ConfigException {
        Plan plan = MatrixFixture.plan(directory, MatrixFixture.HEAD + """
                        target: {kind: command, command: [sleep, "{secs}"]}
                        axes: {secs: [1, 0.5, "x y"]}
                        """);

        assertThat(MatrixFixture.lines(plan)).containsExactly("C01 1", "C02 0.5", "C03 x y");
    }

    @Test
    void aHookMakesAnAxisCountInEveryCell() throws IOException, ConfigException {
        Plan plan = MatrixFixture.plan(directory, MatrixFixture.HEAD + """
                        axes: {dataset: [tiny], mode: [streaming], cache: [warm, cold]}
                        hooks: {prepare: [[drop-caches, "{cache}"]]}
                        """);

        assertThat(MatrixFixture.lines(plan)).containsExactly("C01 tiny streaming warm", "C02 tiny streaming cold");
    }

    @Test
    void theValuesKeptOfIgnoredAxesNeverMeanAnotherProgram() throws IOException, ConfigException {
        String yaml = MatrixFixture.HEAD + """
                axes: {dataset: [tiny], mode: [streaming], a: [1, 2], b: [1, 2]}
                targets: [{when: {a: 2, b: 2}, command: [x]}]
                """;
        MatrixFile file = MatrixFixture.read(directory, yaml);

        Plan plan = MatrixFixture.plan(directory, yaml);

        assertThat(plan.cells())
                .extracting(c -> file.spec().commandOf(c.cell()).isPresent())
                .containsExactly(false, true);
    }

    @Test
    void hooksAndProgramsAreResolvedAndReadAgain() throws IOException, ConfigException {
        String yaml = TWO_ENGINES + """
                  - {when: {engine: builtin, mode: in-memory}, command: [a, "{{b}}"], verify: [cmp, "{out}", x], build: [make, "a{{b}}"]}
                reference_cell: {engine: python}
                hooks: {setup: [[mkdir, "{out}.d"], [sync]], cleanup: [[rm, -r, "{out}.d"]]}
                """;
        MatrixFile file = MatrixFixture.read(directory, yaml);
        Plan plan = new MatrixExpansion(Limits.DEFAULT).plan(file, Filters.NONE);

        String resolved = ResolvedMatrix.yaml(file, plan, 1);

        MatrixFile again = MatrixFixture.read(directory, resolved);
        Plan replanned = new MatrixExpansion(Limits.DEFAULT).plan(again, Filters.NONE);
        assertThat(again.spec().commands()).isEqualTo(file.spec().commands()).hasSize(2);
        assertThat(again.spec().hooks()).isEqualTo(file.spec().hooks());
        assertThat(replanned.cells())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(plan.cells());
        assertThat(ResolvedMatrix.yaml(again, replanned, 1)).isEqualTo(resolved);
    }

    @Test
    void aProgramForAllCellsIsResolvedAndReadAgain() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, MatrixFixture.HEAD + """
                        target: {kind: command, command: [sleep, "{secs}"]}
                        axes: {secs: [1, 2]}
                        """);
        Plan plan = new MatrixExpansion(Limits.DEFAULT).plan(file, Filters.NONE);

        MatrixFile again = MatrixFixture.read(directory, ResolvedMatrix.yaml(file, plan, 1));

        assertThat(again.spec().commands()).isEqualTo(file.spec().commands()).hasSize(1);
        assertThat(MatrixFixture.lines(new MatrixExpansion(Limits.DEFAULT).plan(again, Filters.NONE)))
                .containsExactly("C01 1", "C02 2");
    }

    @Test
    void aProfileMayLeaveOutTheCellsOfAProgram() throws IOException, ConfigException {
        String yaml = TWO_ENGINES + "profiles: {ours: {axes: {engine: [builtin]}}}";

        assertThat(MatrixFixture.read(directory, yaml, "ours").notices())
                .containsExactly("targets: the program at m.yaml:10 is measured by no cell");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "target: {kind: command} | 8:9: target.command: is missing; write",
                "target: {command: [x]} | 8:19: target.command: is for another program; write kind: command beside it",
                "target: {kind: command, command: [x], jvm_args: [-Xmx1g]} | 8:49: target.jvm_args: are for kind: jmh",
                "targets: [{command: [x]}] | 8:11: targets[0].when: is missing; write",
                "targets: [{when: {}, command: [x]}] | 8:18: targets[0].when: sets no axis",
                "targets: [{when: {mode: streming}, command: [x]}] | targets[0].when.mode: 'streming' is unknown; did",
                "targets: [{when: {max_workers: 3}, command: [x]}] | 8:11: targets[0]: no cell has {max_workers=3}",
                "targets: [{when: {mode: streaming}, command: []}] | command: is empty; write a program and its",
                "targets: [{when: {mode: streaming}, command: ['']}] | command: begins with an empty text; begin with",
                "targets: [{when: {mode: streaming}, command: [x, '{max_wokers}']}] | 8:50: targets[0].command[1]: "
                        + "'{max_wokers}' is no placeholder; did you mean 'max_workers'? known here: dataset, mode,",
                "targets: [{when: {mode: streaming}, command: [awk, '{print}']}] | is no placeholder; known here: dataset, "
                        + "mode, max_workers, out, input, params; write '{{' for a brace",
                "targets: [{when: {mode: streaming}, command: [awk, '{']}] | command[1]: has a brace alone; write '{{'",
                "targets: [{when: {mode: streaming}, command: [x], env: {RM_OUT: x}}] | env.RM_OUT: names that begin with",
                "targets: [{when: {mode: streaming}, command: [x], env: {a-b: x}}] | env.a-b: is no name of a variable",
                "targets: [{when: {mode: streaming}, command: [x], env: [A]}] | env: a list does not belong here; write 'NAME",
                "targets: [{when: {mode: streaming}, comand: [x]}] | comand: unknown key; did you mean 'command'?",
                "targets: [{when: {engin: x}, command: [x]}] | 8:19: targets[0].when.engin: unknown key; known here: dataset",
                "targets: [{when: {mode: streaming}, command: [x], build: [make, '{mode}']}] | targets[0].build: is run before"
                        + " any cell is chosen, so nothing is known for placeholders; leave them out",
                "target: {build: [make]} | target.build: is for another program; write kind: command beside it",
                "hooks: {prepare: [[x, '{moed}']]} | 8:23: hooks.prepare[0][1]: '{moed}' is no placeholder; did you mean 'mode'?",
                "include: [{dataset: tiny, mode: in-memory, max_workers: 9, engine: x}] | engine: unknown key; known here"
            })
    void aFaultIsNamedWithItsPlaceAndTheWayOut(String line, String expected) {
        assertThat(failure(MatrixFixture.SOUND + line)).contains(expected);
    }

    @Test
    void aMistypedAxisIsToldEvenWhereOthersAreFree() {
        String yaml = TWO_ENGINES.replace("max_workers:", "max_wokers:");

        assertThat(failure(yaml))
                .contains("m.yaml:8:3: axes.max_wokers: unknown key; did you mean 'max_workers'? known here: dataset,")
                .contains("an axis of your own must be used by a command, as {name}, or by the when of a target");
    }

    @Test
    void anAxisThatOnlyACommandNamesIsTold() {
        String yaml = MatrixFixture.HEAD + """
                axes: {secs: [1]}
                target: {kind: command, command: [sleep, "{secs}", "{times}"]}
                """;

        assertThat(failure(yaml))
                .contains("'{times}' is no placeholder; known here: secs, out; write '{{' for a brace");
    }

    @Test
    void theDatasetsFolderNeedsADataset() {
        String yaml = MatrixFixture.HEAD + """
                axes: {secs: [1]}
                target: {kind: command, command: [sleep, "{secs}", "{input}"]}
                """;

        assertThat(failure(yaml))
                .contains("m.yaml:5:52: target.command[2]: '{input}' belongs to a dataset, and there is no such axis");
    }

    @Test
    void aSettingThatLacksWhatItsCommandNamesIsTold() {
        String yaml = MatrixFixture.HEAD + """
                target: {kind: command, command: [sleep, "{secs}", "{more}"]}
                include: [{secs: 1, more: 2}, {secs: 2}]
                """;

        assertThat(failure(yaml)).contains("m.yaml:5:31: include[1]:").contains("it lacks more; add it");
    }

    @Test
    void theLengthsOfCommandsAndValuesAreBounded() {
        String many = "x, ".repeat(256) + "x";
        String wide = "x".repeat(65_537);

        assertThat(failure(MatrixFixture.SOUND + "hooks: {setup: [[" + many + "]]}"))
                .contains("hooks.setup[0]: has 257 arguments, more than 256; give fewer");
        assertThat(failure(MatrixFixture.SOUND + "hooks: {setup: [[" + wide + "]]}"))
                .contains("hooks.setup[0][0]: is longer than 65536 characters; shorten it");
        assertThat(failure(TWO_ENGINES.replace("python]", "python, " + "y".repeat(101) + "]")))
                .contains("axes.engine[2]: is longer than 100 characters; shorten it");
    }

    @Test
    void aCommandOutsideTheFileIsReadByTheSameRules() throws IOException, ConfigException {
        MatrixSpec spec = MatrixFixture.read(directory, TWO_ENGINES).spec();

        assertThat(CommandText.read("[sh, 1, \"{engine} {mode} {out} {input} {{x}}\"]", spec))
                .containsExactly("sh", "1", "{engine} {mode} {out} {input} {{x}}");
        assertThat(textFailure("[sh, \"{chunk_size}\"]", spec))
                .contains(
                        "command:1:6: [1]: '{chunk_size}' is no placeholder; known here: dataset, mode, max_workers, engine");
        assertThat(textFailure("[" + "x,".repeat(40_000) + "]", spec)).contains("more than 65536");
        assertThat(textFailure("&a [*a]", spec)).contains("command");
    }

    private static String textFailure(String text, MatrixSpec spec) {
        return String.valueOf(catchThrowableOfType(ConfigException.class, () -> CommandText.read(text, spec))
                .getMessage());
    }

    private String failure(String yaml) {
        return String.valueOf(catchThrowableOfType(ConfigException.class, () -> MatrixFixture.read(directory, yaml))
                .getMessage());
    }
}
