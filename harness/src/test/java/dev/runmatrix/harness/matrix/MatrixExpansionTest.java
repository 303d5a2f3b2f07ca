// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static dev.runmatrix.harness.matrix.MatrixFixture.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixExpansionTest {

    private static final String ALL = HEAD + """
            axes:
              dataset: [tiny]
              mode: [streaming, in-memory]
              parallel_chunks: [false, true]
              max_workers: [1, 4, 2]
              chunk_size: [50, 100]
            """;

    @TempDir
    Path directory;

    @Test
    void settingsThatDifferOnlyInAxesWithoutEffectAreOneCellWithTheLargestRequestedValue()
            throws IOException, ConfigException {
        Plan plan = plan(ALL);

        assertThat(MatrixFixture.lines(plan))
                .containsExactly(
                        "C01 tiny streaming false (4) 50",
                        "C02 tiny streaming false (4) 100",
                        "C03 tiny streaming true 1 50",
                        "C04 tiny streaming true 1 100",
                        "C05 tiny streaming true 4 50",
                        "C06 tiny streaming true 4 100",
                        "C07 tiny streaming true 2 50",
                        "C08 tiny streaming true 2 100",
                        "C09 tiny in-memory (false) 1 (100)",
                        "C10 tiny in-memory (false) 4 (100)",
                        "C11 tiny in-memory (false) 2 (100)");
        assertThat(plan.skips()).isEmpty();
    }

    @Test
    void aCellKnowsTheSettingsThatItMeasuresBesidesItsOwn() throws IOException, ConfigException {
        Plan plan = plan(ALL);

        assertThat(plan.cells().get(0).merged())
                .extracting(c -> c.axes().get("max_workers"))
                .containsExactly("1", "2");
        assertThat(plan.cells().get(8).merged())
                .extracting(
                        c -> c.axes().get("parallel_chunks") + " " + c.axes().get("chunk_size"))
                .containsExactly("false 50", "true 50", "true 100");
        assertThat(plan.cells().get(2).merged()).isEmpty();
    }

    @Test
    void theRequestedWorkersAreTheLargestAskedFor() throws IOException, ConfigException {
        assertThat(plan(ALL).cells())
                .extracting(PlannedCell::requestedWorkers)
                .containsExactly(4, 4, 1, 1, 4, 4, 2, 2, 1, 4, 2);
        assertThat(plan(HEAD + "axes: {dataset: [tiny], mode: [streaming]}").cells())
                .extracting(PlannedCell::requestedWorkers)
                .containsExactly(1);
    }

    @Test
    void streamingWithoutAnAxisForParallelChunksIsSerial() throws IOException, ConfigException {
        assertThat(MatrixFixture.lines(plan(HEAD + "axes: {dataset: [tiny], mode: [streaming], max_workers: [1, 2]}")))
                .containsExactly("C01 tiny streaming (2)");
    }

    @Test
    void theModeThatChoosesEverythingIsOneCell() throws IOException, ConfigException {
        Plan plan = plan(HEAD + "axes: {dataset: [tiny], mode: [auto, streaming], parallel_chunks: [true],"
                + " max_workers: [1, 2], chunk_size: [50, 100]}");

        assertThat(MatrixFixture.lines(plan))
                .startsWith("C01 tiny auto (true) (2) (100)", "C02 tiny streaming true 1 50")
                .hasSize(5);
    }

    @Test
    void anAxisWithoutEffectThatOnlyAnotherSettingNamesIsLeftOut() throws IOException, ConfigException {
        Plan plan = plan(HEAD + "axes: {dataset: [tiny], mode: [auto, in-memory]}\n"
                + "include: [{mode: in-memory, parallel_readers: 3}]");

        assertThat(MatrixFixture.lines(plan)).containsExactly("C01 tiny auto", "C02 tiny in-memory 3");
    }

    @Test
    void anExcludedSettingIsSkippedWithTheLineOfItsRule() throws IOException, ConfigException {
        Plan plan = plan(ALL + "exclude:\n  - {mode: streaming, parallel_chunks: true}\n  - {max_workers: 1}\n");

        assertThat(plan.cells()).hasSize(4);
        assertThat(plan.skips()).hasSize(6 + 2 + 4);
        assertThat(plan.skips().get(0).reason()).isEqualTo("excluded by m.yaml:12");
        assertThat(plan.skips())
                .filteredOn(s -> s.reason().equals("excluded by m.yaml:11"))
                .hasSize(6)
                .allMatch(s -> s.cell().get("parallel_chunks").orElseThrow().equals("true"));
    }

    @Test
    void anIncludeMayLeaveOutAxesWithoutEffectSaveTheWorkers() throws IOException, ConfigException {
        Plan plan = plan(ALL + "include: [{max_workers: 8, mode: in-memory, dataset: 100k}]");

        PlannedCell last = plan.cells().get(plan.cells().size() - 1);
        assertThat(MatrixFixture.lines(plan)).endsWith("C12 100k in-memory (false) 8 (100)");
        assertThat(last.merged()).isEmpty();
    }

    @Test
    void anIncludeMayAddAnAxisToSomeCells() throws IOException, ConfigException {
        Plan plan = plan(
                HEAD
                        + "axes: {dataset: [tiny], mode: [streaming, in-memory]}\ninclude: [{mode: in-memory, parallel_readers: 3}]");

        assertThat(MatrixFixture.lines(plan)).containsExactly("C01 tiny streaming", "C02 tiny in-memory 3");
    }

    @Test
    void includeAloneMakesAMatrix() throws IOException, ConfigException {
        Plan plan =
                plan(HEAD + "include:\n  - {mode: in-memory, dataset: tiny}\n  - {dataset: 100k, mode: streaming}\n");

        assertThat(MatrixFixture.lines(plan)).containsExactly("C01 in-memory tiny", "C02 streaming 100k");
    }

    @Test
    void theSameSettingAskedForTwiceIsOneCell() throws IOException, ConfigException {
        Plan plan =
                plan(HEAD + "include:\n  - {mode: in-memory, dataset: tiny}\n  - {dataset: tiny, mode: in-memory}\n");

        assertThat(plan.cells()).hasSize(1);
        assertThat(plan.cells().get(0).merged()).isEmpty();
    }

    @Test
    void aPartialReferenceIsTheOneCellThatMeasuresIt() throws IOException, ConfigException {
        String yaml =
                ALL + "reference_cell: {mode: streaming, parallel_chunks: false, max_workers: 2, chunk_size: 50}\n";

        assertThat(plan(yaml).reference().orElseThrow().name()).isEqualTo("C01");
    }

    @Test
    void anOptionIsTheReferenceAsRequestedWithItsChange() throws IOException, ConfigException {
        String yaml = ALL + """
                reference_cell: {mode: streaming, parallel_chunks: false, max_workers: 2, chunk_size: 50}
                options:
                  - {name: A, set: {parallel_chunks: true}}
                  - {name: B, set: {chunk_size: 100}}
                  - {name: C, set: {mode: in-memory, max_workers: 4}}
                """;

        assertThat(plan(yaml).options())
                .extracting(o -> o.option().name() + " " + o.cell())
                .containsExactly("A C07", "B C02", "C C10");
    }

    @Test
    void aFilterKeepsTheNamesOfCellsAndSaysWhatItLeftOut() throws IOException, ConfigException {
        Plan plan = plan(ALL, List.of("mode=streaming,max_workers=4"), List.of("chunk_size=100"));

        assertThat(MatrixFixture.lines(plan))
                .containsExactly("C01 tiny streaming false (4) 50", "C05 tiny streaming true 4 50");
        assertThat(plan.skips()).hasSize(9);
        assertThat(plan.skips())
                .extracting(Skip::reason)
                .containsOnly("not in --only mode=streaming,max_workers=4", "left out by --skip chunk_size=100");
    }

    @Test
    void aCellStaysAsLongAsOneOfItsSettingsDoes() throws IOException, ConfigException {
        assertThat(plan(ALL, List.of(), List.of("max_workers=4")).cells())
                .extracting(PlannedCell::name)
                .containsExactly("C01", "C02", "C03", "C04", "C07", "C08", "C09", "C11");
        assertThat(plan(ALL, List.of("parallel_chunks=true,chunk_size=50,max_workers=1"), List.of())
                        .cells())
                .extracting(PlannedCell::name)
                .containsExactly("C03", "C09");
    }

    @Test
    void severalOnlyAreAlternativesAndSoAreSeveralValuesOfAnAxis() throws IOException, ConfigException {
        List<String> twice =
                List.of("mode=in-memory,max_workers=1", "parallel_chunks=false,mode=streaming,chunk_size=50");

        assertThat(plan(ALL, twice, List.of()).cells())
                .extracting(PlannedCell::name)
                .containsExactly("C01", "C09");
        assertThat(plan(ALL, List.of("mode=in-memory,max_workers=1,max_workers=2"), List.of())
                        .cells())
                .extracting(PlannedCell::name)
                .containsExactly("C09", "C11");
    }

    @Test
    void aFilteredReferenceLeavesThePlanWithoutOneAndOptionsGoWithTheirCells() throws IOException, ConfigException {
        String yaml = ALL + """
                reference_cell: {mode: streaming, parallel_chunks: false, chunk_size: 50}
                options: [{name: A, set: {chunk_size: 100}}, {name: B, set: {mode: in-memory}}]
                """;

        Plan plan = plan(yaml, List.of("mode=in-memory"), List.of());

        assertThat(plan.reference()).isEmpty();
        assertThat(plan.options()).extracting(o -> o.option().name()).containsExactly("B");
    }

    @Test
    void filtersThatNameWhatIsNotThereAreProblems() {
        ConfigException problems = catchThrowableOfType(
                ConfigException.class,
                () -> plan(ALL, List.of("mod=streaming", "max_workers=3"), List.of("mode=streming")));

        assertThat(problems.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "--only mod=streaming: 'mod' is no axis of this matrix; did you mean 'mode'? it has: dataset, mode, parallel_chunks, max_workers, chunk_size",
                        "--only max_workers=3: no cell has max_workers=3; its values: 1, 4, 2",
                        "--skip mode=streming: no cell has mode=streming; did you mean 'streaming'? its values: streaming, in-memory");
    }

    @Test
    void filtersThatDoNotReadAxisEqualsValueAreProblems() {
        ConfigException problems = catchThrowableOfType(
                ConfigException.class, () -> Filters.parse(List.of("streaming", "mode=", "mode=a,,"), List.of("=a")));

        assertThat(problems.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "--only streaming: 'streaming' does not read axis=value; write --only mode=streaming",
                        "--only mode=: 'mode=' does not read axis=value; write --only mode=streaming",
                        "--only mode=a,,: '' does not read axis=value; write --only mode=streaming",
                        "--skip =a: '=a' does not read axis=value; write --skip mode=streaming");
    }

    @Test
    void filtersThatLeaveNothingAreAProblem() {
        ConfigException problems = catchThrowableOfType(
                ConfigException.class, () -> plan(ALL, List.of(), List.of("mode=streaming", "mode=in-memory")));

        assertThat(problems).hasMessage("--only and --skip: leave no cell to measure; loosen them");
    }

    @Test
    void theOrderOfAxesInTheFileChangesNoId() throws IOException, ConfigException {
        String one = HEAD + "axes: {dataset: [tiny], mode: [streaming, in-memory], max_workers: [1, 2]}";
        String other = HEAD + "axes: {max_workers: [2, 1], mode: [in-memory, streaming], dataset: [tiny]}";

        assertThat(ids(plan(one))).containsExactlyInAnyOrderElementsOf(ids(plan(other)));
    }

    @Test
    void noTwoCellsHaveTheSameIdOrName() throws IOException, ConfigException {
        Plan plan = plan(large());

        assertThat(plan.cells()).hasSize(1000);
        assertThat(ids(plan)).doesNotHaveDuplicates();
        assertThat(plan.cells())
                .extracting(PlannedCell::name)
                .doesNotHaveDuplicates()
                .startsWith("C0001")
                .endsWith("C1000");
    }

    @Test
    void planningTheSameFileTwiceGivesTheSamePlan() throws IOException, ConfigException {
        assertThat(plan(large())).isEqualTo(plan(large()));
    }

    @Test
    void aCellOfEveryKindIsFoundInThePlanByItsId() throws IOException, ConfigException {
        Plan plan = plan(ALL);
        IgnoredAxes effects = new IgnoredAxes(MatrixFixture.read(directory, ALL).spec());

        assertThat(plan.cells())
                .allSatisfy(c -> assertThat(plan.byId(c.cell().id())).contains(c));
        assertThat(plan.cells())
                .extracting(c -> effects.effective(c.cell().axes()))
                .doesNotHaveDuplicates();
    }

    static String large() {
        StringBuilder sizes = new StringBuilder("1");
        for (int i = 2; i <= 200; i++) {
            sizes.append(", ").append(i);
        }
        return HEAD
                + "axes: {dataset: [tiny], mode: [streaming], parallel_chunks: [true], max_workers: [1, 2, 3, 4, 5], chunk_size: ["
                + sizes + "]}";
    }

    private static List<String> ids(Plan plan) {
        return plan.cells().stream().map(c -> c.cell().id()).toList();
    }

    private Plan plan(String yaml) throws IOException, ConfigException {
        return MatrixFixture.plan(directory, yaml);
    }

    private Plan plan(String yaml, List<String> only, List<String> skip) throws IOException, ConfigException {
        return MatrixFixture.plan(directory, yaml, Filters.parse(only, skip));
    }
}
