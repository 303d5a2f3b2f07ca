// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Wording;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What findings say of runs that lack what a sentence would be about, or that only just make a rule hold. */
class SentencesOfFindingsTest {

    private static final int CHUNK = 50_000;

    @TempDir
    Path results;

    private final MadeRun made = new MadeRun(2);

    private Finding finding(RecordedRun run, RuleId rule) throws Exception {
        return finding(run.diagnosed(results), rule);
    }

    private static Finding finding(Diagnosis diagnosis, RuleId rule) {
        return diagnosis.findings().stream()
                .filter(found -> found.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSerialCellWhoseCollectorTakesItBeyondOneCoreIsToldByItsOwnCores() throws Exception {
        made.streaming(false, 2, CHUNK)
                .takes(30, 1.2)
                .thread("aggregate", 29, 0, 30)
                .garbage(6);

        Finding finding = finding(Diagnosis.of(made.analysis()), RuleId.C1);

        assertThat(finding.seen().toString())
                .contains("1.20 of 2 requested cores", "of them without garbage collection and compilers")
                .doesNotContain("one core means at most 1.15");
        assertThat(finding.measures())
                .allSatisfy(measure -> assertThat(measure.bound() == Measure.Bound.AT_MOST
                                && measure.value() > measure.threshold().orElseThrow())
                        .isFalse());
    }

    @Test
    void memoryThatNobodySawIsNotToldOf() throws Exception {
        RecordedRun paging = RecordedRun.of("m2-full-memory")
                .with("major_faults", "1000000")
                .with("memory_nanos", "9000000000")
                .without("peak_rss_bytes");

        Finding finding = finding(paging, RuleId.M2);

        assertThat(finding.title()).contains("waits for memory").doesNotContain("nearly fills");
        assertThat(finding.seen().toString()).doesNotContain("peak RSS").contains("pages read again: ");
    }

    @Test
    void aHeapThatFillsLittleOfTheMemoryIsNotAskedToGrow() throws Exception {
        RecordedRun paging = RecordedRun.of("healthy-streaming")
                .with("major_faults", "1000000")
                .with("memory_nanos", "9000000000");

        Finding finding = finding(paging, RuleId.M2);

        assertThat(finding.fix().toString()).doesNotContain("-Xmx").startsWith("Raise the memory limit");
        assertThat(finding.seen().toString()).doesNotContain("(limit 90");
    }

    @Test
    void ofAProgramFromOutsideNoTimeInCollectionsIsTold() throws Exception {
        RecordedRun run = RecordedRun.of("g1-young-generation")
                .framed(
                        "\"commands\" : [ ]",
                        "\"commands\" : [ {\"when\":{},\"command\":[\"job\"],\"environment\":{}} ]")
                .with("role", "\"garbage\"")
                .without("region", "jvm");

        Finding finding = finding(run, RuleId.G1);

        assertThat(finding.title()).contains("of the CPU time of C01");
        assertThat(finding.seen().toString()).doesNotContain("wall time").contains("of CPU seconds in collections");
        assertThat(finding.cause().toString()).doesNotContain("-Xm").contains("its limit is not known here");
        assertThat(finding.fix().toString()).doesNotContain("-Xmx");
        assertThat(finding.evidence()).isEqualTo("The processor time of the threads that collect.");
    }

    @Test
    void workersThatSeemToSaveTimeAreNotToldToBringNothing() throws Exception {
        RecordedRun run = RecordedRun.of("p3-sixteen-workers").with("C02", "wall_nanos", "1000000000");

        assertThat(run.alleged(results)).doesNotContain(RuleId.P3);
    }

    @Test
    void aQuotaThatIsNotSeenIsNotGivenASize() throws Exception {
        RecordedRun held = RecordedRun.of("healthy-streaming").with("throttled_nanos", "900000000");

        Finding finding = finding(held, RuleId.N3);

        assertThat(finding.cause().toString()).contains("how large it is is not seen here");
        assertThat(finding.fix().toString()).doesNotContain("max_workers");
    }

    @Test
    void oneWrongOutputIsNotCalledAllOfThem() throws Exception {
        Finding finding = finding(RecordedRun.of("r1-lost-row").withOneOf("C02"), RuleId.R1);

        assertThat(finding.seen().toString()).startsWith("1 of 1 output of C02 is wrong.");
        assertThat(finding.cause().toString())
                .isEqualTo(
                        "No cause established. One output was compared: whether another fork writes the same is not known.");
    }

    @Test
    void chunksAreNotBlamedWhereSmallerOnesFailToo() throws Exception {
        RecordedRun run = RecordedRun.of("healthy-one-worker").failing("C01", 3).failing("C02", 3);

        assertThat(run.alleged(results)).containsExactly(RuleId.R2);
    }

    @Test
    void memoryThatHardlyGrowsIsNotHeldAgainstALimitOfGrowth() throws Exception {
        Finding finding = finding(RecordedRun.of("healthy-one-worker").failing("C02", 3), RuleId.K2);

        assertThat(finding.seen().toString())
                .contains("It ran out of memory, and the other did not.")
                .doesNotContain("threshold");
        assertThat(finding.refutedBy()).contains("C01 runs out of memory");
    }

    @Test
    void aRatioThatIsClearOfOneIsNotToldAsUnclear() throws Exception {
        made.streaming(true, 2, CHUNK).takes(30, 1.6);
        made.streaming(true, 2, 2 * CHUNK).takes(31.3, 1.6);

        Finding finding = finding(Diagnosis.of(made.analysis()), RuleId.D1);

        assertThat(finding.seen().toString())
                .contains("clear of 1, but neither within 5 % of it nor beyond")
                .doesNotContain("nor clear of 1");
    }

    @Test
    void cellsWhoseMemoryNobodySawAreNotSaidToHaveTooFewForks() throws Exception {
        RunAnalysis run =
                RecordedRun.of("c1-confirmed").with("peak_rss_bytes", "0").judged(results);

        assertThat(run.cells()).allSatisfy(cell -> {
            assertThat(cell.isRanked()).isFalse();
            assertThat(cell.peakRssBytes()).isEmpty();
            assertThat(Wording.tag(cell)).isEqualTo("memory not seen");
        });
    }

    @Test
    void aSingleSampleIsNamedAsOne() throws Exception {
        Finding finding = finding(RecordedRun.of("r1-lost-row").with("wall_nanos", "112000000"), RuleId.S2);

        assertThat(finding.seen().toString()).contains("1 sample (limit 20)");
    }
}
