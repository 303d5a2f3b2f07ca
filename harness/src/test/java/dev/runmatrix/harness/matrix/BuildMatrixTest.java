// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildMatrixTest {

    private static final String HEAD = """
            schema: run-matrix/v1
            title: t
            question: q
            """;
    private static final String AGGREGATOR = """
            axes: {dataset: [tiny], mode: [streaming, in-memory], chunk_size: [10, 20]}
            include: [{max_workers: 1}]
            reference_cell: {mode: in-memory}
            options: [{name: Option 1, set: {mode: streaming, chunk_size: 10}}]
            """;
    private static final String COMMAND = """
            axes: {n: [1, 2], size: [5, 6]}
            target: {kind: command, command: [run, "{n}", "{size}"]}
            """;

    @TempDir
    Path folder;

    @Test
    void eachCellStandsTwiceBaseBeforeHead() throws Exception {
        BuildMatrix matrix = matrix(AGGREGATOR, Filters.NONE, builds("old", "new", true));

        assertThat(matrix.plan().cells())
                .extracting(PlannedCell::name)
                .containsExactly("C01", "C02", "C03", "C04", "C05", "C06");
        assertThat(matrix.plan().cells())
                .extracting(cell -> cell.cell().get(BuildAxis.KEY).orElse("none"))
                .containsExactly("base", "head", "base", "head", "base", "head");
        assertThat(matrix.file().spec().axes()).containsEntry(BuildAxis.KEY, List.of("base", "head"));
    }

    @Test
    void aSettingIsTheCellOfTheMatrixThatItComesFrom() throws Exception {
        Plan before = new MatrixExpansion(Limits.DEFAULT).plan(file(AGGREGATOR), Filters.NONE);

        BuildMatrix matrix = matrix(AGGREGATOR, Filters.NONE, builds("old", "new", true));

        assertThat(matrix.plan().cells().stream()
                        .map(cell -> BuildAxis.settingOf(cell.cell()).id())
                        .distinct())
                .containsExactlyElementsOf(
                        before.cells().stream().map(cell -> cell.cell().id()).toList());
    }

    @Test
    void theBaseOfTheReferenceIsTheReferenceAndOptionsAreLeftOut() throws Exception {
        BuildMatrix matrix = matrix(AGGREGATOR, Filters.NONE, builds("old", "new", true));

        assertThat(matrix.plan().cells())
                .filteredOn(PlannedCell::reference)
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.cell().axes())
                            .containsEntry("mode", "in-memory")
                            .containsEntry("build", "base");
                });
        assertThat(matrix.plan().options()).isEmpty();
        assertThat(matrix.file().spec().options()).isEmpty();
    }

    @Test
    void everyCellMeasuresItsBuild() throws Exception {
        BuildMatrix matrix = matrix(AGGREGATOR, Filters.NONE, builds("old", "new", true));

        assertThat(matrix.plan().cells())
                .extracting(cell -> matrix.file()
                        .spec()
                        .commandOf(cell.cell())
                        .orElseThrow()
                        .command()
                        .get(0))
                .containsExactly("old", "new", "old", "new", "old", "new");
    }

    @Test
    void buildsOfOneProgramHaveTheSettingsThatItHas() throws Exception {
        BuildMatrix matrix = matrix(AGGREGATOR, Filters.NONE, builds("old", "new", true));

        assertThat(matrix.plan().cells().get(4).ignored()).contains("chunk_size");
        assertThat(matrix.plan().cells().get(4).merged()).hasSize(1);
    }

    @Test
    void settingsThatDifferInWhatNeitherCommandNamesAreOne() throws Exception {
        assertThat(matrix(COMMAND, Filters.NONE, builds("old", "new", false))
                        .plan()
                        .cells())
                .hasSize(2);
        assertThat(matrix(COMMAND, Filters.NONE, builds("old {n}", "new", false))
                        .plan()
                        .cells())
                .hasSize(4)
                .allSatisfy(cell -> assertThat(cell.ignored()).containsExactly("size"));
    }

    @Test
    void cellsAreChosenByFilterAndBySomethingElse() throws Exception {
        BuildMatrix filtered =
                matrix(COMMAND, Filters.parse(List.of("n=2"), List.of()), builds("old {n}", "new", false));
        BuildMatrix chosen = BuildMatrix.of(
                file(COMMAND),
                Limits.DEFAULT,
                Filters.NONE,
                cell -> cell.cell().get("n").filter("1"::equals).isPresent(),
                builds("old {n}", "new", false));

        assertThat(filtered.plan().cells())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell.cell().get("n")).contains("2"));
        assertThat(chosen.plan().cells())
                .hasSize(2)
                .allSatisfy(cell -> assertThat(cell.cell().get("n")).contains("1"));
    }

    @Test
    void aMatrixWithBuildsOfItsOwnIsRefusedWithTheWayOut() throws Exception {
        String own = COMMAND.replace("size: [5, 6]", "build: [a, b]").replace("{size}", "{build}");

        assertThatThrownBy(() -> matrix(own, Filters.NONE, builds("old", "new", false)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("m.yaml:4")
                .hasMessageContaining("rename that of the matrix, or measure it with run");
    }

    @Test
    void turnsHaveAFixedNumberOfForksWhateverTheFileSays() {
        Protocol turns = Protocol.DEFAULT.withMaxForks(20).forTurns(10);

        assertThat(turns.looks().isFixed()).isTrue();
        assertThat(List.of(turns.forks(), turns.repeats())).containsExactly(10, 0);
        assertThat(turns.twin()).isFalse();
    }

    private BuildMatrix matrix(String text, Filters filters, MeasuredBuilds builds)
            throws IOException, ConfigException {
        return BuildMatrix.of(file(text), Limits.DEFAULT, filters, cell -> true, builds);
    }

    private MatrixFile file(String text) throws IOException, ConfigException {
        Path file = Files.writeString(folder.resolve("m.yaml"), HEAD + text);
        return new MatrixSpecReader(Set.of("tiny"), List.of(), Engines.NONE, Limits.DEFAULT)
                .read(file, Optional.empty());
    }

    private static MeasuredBuilds builds(String base, String head, boolean keepTheAxes) {
        return new MeasuredBuilds(List.of(command(base)), List.of(command(head)), keepTheAxes);
    }

    private static CommandTarget command(String words) {
        return new CommandTarget(Map.of(), List.of(words.split(" ", -1)), Map.of(), Optional.empty(), Optional.empty());
    }
}
