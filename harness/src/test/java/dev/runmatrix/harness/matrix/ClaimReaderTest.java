// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimReaderTest {

    private static final String WIDE = MatrixFixture.HEAD + """
            axes:
              dataset: [tiny, 100k]
              mode: [streaming, in-memory]
              parallel_chunks: [false, true]
              max_workers: [1, 2, 4]
              chunk_size: [50]
            exclude: [{mode: streaming, parallel_chunks: false, max_workers: 1}]
            reference_cell: {dataset: tiny, mode: streaming, parallel_chunks: false, max_workers: 4}
            """;

    @TempDir
    Path directory;

    @Test
    void theKeysOfTheFirstVersionKeepTheirMeaning() throws Exception {
        Claim claim = claims("""
                claims:
                  - {name: K, metric: rss_peak, cell: {mode: streaming}, versus: {mode: in-memory}, at_least: 0.5, where: a note,
                     gate: true}
                """).get(0);

        assertThat(claim.kind()).isEqualTo(ClaimKind.RATIO);
        assertThat(claim.limit().atLeast()).contains(0.5);
        assertThat(claim.where()).contains("a note");
        assertThat(claim.gate()).isTrue();
        assertThat(claim.words()).isEqualTo("rss_peak of mode=streaming ÷ rss_peak of mode=in-memory is at least 0.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            metric: rss_peak, at_most: 4GB                              | rss_peak of all cells is at most 4GB
            metric: wall, at_most: 10s                                  | wall of all cells is at most 10s
            metric: cores_used, at_least: 60%                           | cores_used of all cells as a share of the workers is at least 60%
            metric: cores_used, at_least: 1.5                           | cores_used of all cells is at least 1.5
            cell: {max_workers: 2}, times_as_fast: [3, 4]               | wall of the reference cell ÷ wall of max_workers=2 is at least 3
            kind: growth, metric: rss_peak, at_most: 1.15               | rss_peak of all cells on the largest input ÷ on the smallest is at most 1.15
            kind: scaling, at_least: 2                                  | wall of all cells with the fewest workers ÷ with the most is at least 2
            kind: equality                                              | outputs of all cells are identical
            metric: cpu, cell: {max_workers: 2}, versus: {max_workers: 4}, within: 5% | cpu of max_workers=2 ÷ cpu of max_workers=4 is 1 within 5%
            """)
    void everyKindInWords(String keys, String words) throws Exception {
        assertThat(claims("claims: [{name: K, " + keys + "}]").get(0).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            metric: wall, at_most: 4                                    | claims[0].at_most: 4 has no unit; write 250ms
            metric: rss_peak, at_most: 10s                              | claims[0].at_most: '10s' does not belong here; write a size
            metric: wall, at_most: 0s                                   | claims[0].at_most: 0s is too short
            kind: ration, metric: wall, at_most: 4s                     | claims[0].kind: 'ration' is unknown; did you mean 'ratio'?
            metric: wall, at_mots: 4s                                   | claims[0].at_mots: unknown key; did you mean 'at_most'?
            metric: wall, cell: {mode: streming}, at_most: 4s           | claims[0].cell.mode: 'streming' is unknown; did you mean 'streaming'?
            metric: wall, cell: {max_workers: 8}, at_most: 4s           | claims[0]: no cell has max_workers=8; name values that the axes have
            metric: cpu, cell: {max_workers: 2}, versus: {max_workers: 8}, at_most: 4 | claims[0]: versus: no cell has max_workers=8
            metric: cpu, cell: {max_workers: 2}, versus: {max_workers: 4}, at_most: 4s | claims[0].at_most: '4s' does not belong here; write a number
            cell: {max_workers: 2}, times_as_fast: [4, 3]               | claims[0].times_as_fast: the first number is above the second
            cell: {max_workers: 2}, times_as_fast: [3]                  | claims[0].times_as_fast: write one number, 2, or the least and the greatest
            metric: cpu, cell: {max_workers: 2}, versus: {max_workers: 4}, at_most: 1e308 | claims[0].at_most: must lie between 0.0001 and 10000
            metric: cpu, cell: {max_workers: 2}, versus: {max_workers: 4}, at_least: 1e-308 | claims[0].at_least: must lie between 0.0001 and 10000
            cell: {max_workers: 2}, times_as_fast: [3, 1e300]           | must lie between 0.0001 and 10000
            times_as_fast: 2                                            | claims[0]: has no cell to compare
            cell: {max_workers: 2}, metric: cpu, times_as_fast: 2       | claims[0].metric: is wall here
            metric: wall, at_least: 5s, at_most: 4s                     | claims[0].at_most: is below at_least
            kind: scaling, at_least: 2, at_most: 90%                    | claims[0].at_most: has another unit than at_least
            kind: bound, metric: wall, versus: {mode: streaming}, at_most: 4s | claims[0].versus: is for kind ratio and equality
            kind: equality, metric: wall, versus: {mode: streaming}     | claims[0].within: is missing; write 'within: 5%'
            metric: wall, within: 5%                                    | claims[0]: has nothing to compare with
            cell: {dataset: tiny}, versus: {dataset: tiny, mode: streaming}, metric: cpu, within: 0% | claims[0].within: no two measurements agree to 0%
            kind: growth, metric: wall, cells: {dataset: tiny}, at_most: 2 | claims[0]: no two of its cells differ in dataset alone
            kind: scaling, cells: {max_workers: 4}, at_least: 2         | claims[0]: no two of its cells differ in max_workers alone
            metric: cpu, cell: {dataset: tiny}, versus: [{dataset: 100k, max_workers: 4}, {max_workers: 9}], at_most: 2 | claims[0]: versus: no cell has max_workers=9
            """)
    void aFaultIsToldWithItsPlaceAndAWayOut(String keys, String message) {
        ConfigException fault = fault("claims: [{name: K, " + keys + "}]");

        assertThat(fault.getMessage()).contains("m.yaml:12:").contains(message);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        ConfigException fault = fault("""
                claims:
                  - {name: "two\\nlines", metric: wal, at_most: 4s}
                  - {metric: wall, at_most: 4s}
                  - {name: A, metric: wall}
                """);

        assertThat(fault.getMessage())
                .contains("13:12: claims[0].name: has several lines")
                .contains("'wal' is unknown")
                .contains("claims[1].name: is missing")
                .contains("claims[2]: has no limit");
    }

    @Test
    void namesAreBoundedAndDistinctAndSoAreClaims() {
        String many = IntStream.range(0, 51)
                .mapToObj(i -> "{name: K" + i + ", kind: equality}")
                .collect(Collectors.joining(", ", "claims: [", "]"));
        String twice = "claims: [{name: K, kind: equality}, {name: K, kind: equality}]";

        assertThat(fault(many)).hasMessageContaining("claims: are 51, more than 50; give fewer");
        assertThat(fault(twice)).hasMessageContaining("two are named 'K'; rename one");
        assertThat(fault("claims: [{name: " + "x".repeat(121) + ", kind: equality}]"))
                .hasMessageContaining("is longer than 120 characters");
    }

    @Test
    void cellsOfDifferentInputsAreComparedWhereBothSidesNameOne() throws Exception {
        String same = "claims: [{name: K, metric: cpu, cell: {mode: in-memory, max_workers: 4},"
                + " versus: {mode: in-memory, max_workers: 1}, at_most: 1}]";
        String other = "claims: [{name: K, metric: cpu, cell: {dataset: 100k, mode: in-memory, max_workers: 4},"
                + " versus: {dataset: tiny, mode: in-memory, max_workers: 4}, at_most: 9}]";

        assertThat(plan(same).claims().get(0).groups())
                .extracting(g -> g.cells() + " " + g.versus())
                .containsExactly("[C07] [C05]", "[C14] [C12]");
        assertThat(plan(other).claims().get(0).groups())
                .extracting(g -> g.cells() + " " + g.versus())
                .containsExactly("[C14] [C07]");
    }

    @Test
    void growthAndScalingFindCellsThatDifferInOneAxisAlone() throws Exception {
        Plan plan = plan("claims: [{name: A, kind: growth, metric: rss_peak, cells: {mode: in-memory}, at_most: 2},"
                + " {name: B, kind: scaling, cells: {dataset: tiny}, at_least: 1}]");

        assertThat(plan.claims().get(0).groups())
                .extracting(PlannedClaim.Group::cells)
                .containsExactly(List.of("C05", "C12"), List.of("C06", "C13"), List.of("C07", "C14"));
        assertThat(plan.claims().get(1).groups())
                .extracting(PlannedClaim.Group::cells)
                .containsExactly(List.of("C02", "C03", "C04"), List.of("C05", "C06", "C07"));
    }

    @Test
    void aClaimIsStillAboutTheCellsThatAFilterLeavesOut() throws Exception {
        Plan whole = plan("claims: [{name: A, kind: equality, cells: {dataset: tiny}}]");

        Plan filtered = MatrixFixture.plan(
                directory,
                WIDE + "claims: [{name: A, kind: equality, cells: {dataset: tiny}}]",
                Filters.parse(List.of("mode=in-memory"), List.of()));

        assertThat(filtered.claims()).isEqualTo(whole.claims());
        assertThat(filtered.cells()).hasSizeLessThan(whole.cells().size());
    }

    @Test
    void aProfileWithoutTheCellsOfAClaimSaysSoAndKeepsIt() throws Exception {
        String yaml = WIDE + """
                claims: [{name: A, metric: wall, cells: {dataset: 100k}, at_most: 4s}]
                profiles: {smoke: {axes: {dataset: [tiny]}}}
                """;

        MatrixFile file = MatrixFixture.read(directory, yaml, "smoke");

        assertThat(file.notices())
                .containsExactly("claims: the claim at m.yaml:12 is not measured: no cell has dataset=100k; name values"
                        + " that the axes have");
        assertThat(new MatrixExpansion(Limits.DEFAULT)
                        .plan(file, Filters.NONE)
                        .claims()
                        .get(0)
                        .groups())
                .isEmpty();
    }

    @Test
    void moreComparisonsThanCanBeJudgedInABlinkAreRefused() {
        String values = IntStream.rangeClosed(1, 200).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String yaml = MatrixFixture.HEAD + "axes: {dataset: [tiny], mode: [in-memory], max_workers: [" + values + "]}\n"
                + "claims: [{name: A, metric: cpu, cells: {mode: in-memory}, versus: {mode: in-memory}, at_most: 9}]";

        ConfigException fault = catchThrowableOfType(ConfigException.class, () -> MatrixFixture.read(directory, yaml));

        assertThat(fault).hasMessageContaining("claims: come to 40000 cells and pairs of cells, more than 5000");
    }

    private List<Claim> claims(String more) throws IOException, ConfigException {
        return MatrixFixture.read(directory, WIDE + more).spec().claims();
    }

    private Plan plan(String more) throws IOException, ConfigException {
        return MatrixFixture.plan(directory, WIDE + more);
    }

    private ConfigException fault(String more) {
        return catchThrowableOfType(ConfigException.class, () -> MatrixFixture.read(directory, WIDE + more));
    }
}
