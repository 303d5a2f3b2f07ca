// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChunkRulesTest {

    private final MadeRun run = new MadeRun(4);

    @Test
    void theCostOfAChunkIsFittedOverThreeSizes() throws Exception {
        run.streaming(true, 4, 100).takes(30, 3.6).chunks(74_326);
        run.streaming(true, 4, 1000).takes(17, 3.6).chunks(7_433);
        run.streaming(true, 4, 10_000).takes(15.7, 3.6).chunks(744);

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.K1);
        assertThat(finding.confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(finding.cells()).containsExactly("C01");
        assertThat(finding.fix().toString()).startsWith("chunk_size: 10000");
        double overhead = 3.6 * (30 - 15.6) / 74_326;
        assertThat(finding.measures().get(1).value()).isCloseTo(overhead, within(0.05 * overhead));
    }

    @Test
    void twoSizesShowALikelyCostAtMost() throws Exception {
        run.streaming(true, 4, 100).takes(30, 3.6).chunks(74_326);
        run.streaming(true, 4, 10_000).takes(15.7, 3.6).chunks(744);

        assertThat(run.alleged()).containsExactly(RuleId.K1);
        assertThat(run.findings().get(0).confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void chunksThatCostLittleAreHealthy() throws Exception {
        run.streaming(true, 4, 50_000).takes(16, 3.6).chunks(149);
        run.streaming(true, 4, 100_000).takes(15, 3.6).chunks(75);

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void manyTinyChunksAreToldWithoutAnotherSize() throws Exception {
        run.streaming(true, 4, 1).takes(20, 3.6).chunks(7_432_560);

        assertThat(run.alleged()).containsExactly(RuleId.K1);
        assertThat(run.findings().get(0).confidence()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void memoryThatGrowsWithChunksOfWhichThereAreFewIsToldWithTheSmallerOnes() throws Exception {
        run.streaming(true, 4, 500_000).takes(15, 3.6).chunks(15).rss(1);
        run.streaming(true, 4, 1_000_000).takes(15.1, 3.5).chunks(7).rss(1.9);

        Finding finding = run.findings().get(0);

        assertThat(finding.rule()).isEqualTo(RuleId.K2);
        assertThat(finding.cells()).containsExactly("C02");
        assertThat(finding.measures().get(0).value()).isCloseTo(1.9, within(1e-9));
    }

    @Test
    void memoryThatGrowsWithChunksOfWhichThereAreManyIsHealthy() throws Exception {
        run.streaming(true, 4, 50_000).takes(15, 3.6).chunks(149).rss(1);
        run.streaming(true, 4, 100_000).takes(15.1, 3.5).chunks(75).rss(1.9);

        assertThat(run.alleged()).isEmpty();
    }

    @Test
    void timeForMemoryIsAChoiceAndNoFault() throws Exception {
        run.streaming(true, 4, 50_000).takes(20, 3.6).rss(0.5);
        run.inMemory(4).takes(15, 3.6).rss(2.5);

        Finding finding = run.findings().stream()
                .filter(found -> found.rule() == RuleId.T1)
                .findFirst()
                .orElseThrow();

        assertThat(run.alleged()).isEmpty();
        assertThat(finding.title()).contains("saves 5.00\u00a0s and takes 2.00\u00a0GB more");
    }

    @Test
    void modesOfTheSameMemoryAreNotRemarkedOn() throws Exception {
        run.streaming(true, 4, 50_000).takes(20, 3.6).rss(0.5);
        run.inMemory(4).takes(15, 3.6).rss(0.6);

        assertThat(run.findings()).noneMatch(finding -> finding.rule() == RuleId.T1);
    }
}
