// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChooserTest {

    private static final long MIB = 1 << 20;
    private static final Grant LARGE = new Grant(4, 4096 * MIB);

    /** A month of 100 nodes with 100 pods each, unsorted. */
    private static final InputFacts MONTH = facts(7_440_000, 75, 100_352);

    @Test
    void whatSurelyFitsIsTakenInMemoryByAllCores() {
        Choice choice = Chooser.choose(facts(1_000_000, 10, 100_000), LARGE);
        assertThat(choice.streaming()).isFalse();
        assertThat(choice.maxWorkers()).isEqualTo(4);
        assertThat(choice.summary()).isEqualTo("in-memory, 4 workers");
        assertThat(choice.reasons())
                .first()
                .asString()
                .matches("1,000,000 rows take at most \\d+ MB in memory, and 2.2 GB, half of the heap, may be used\\.");
        assertThat(choice.reasons()).endsWith("4 workers for 4 granted cores.");
    }

    @Test
    void whatMayNotFitIsStreamed() {
        Choice choice = Chooser.choose(MONTH, LARGE);
        assertThat(choice.summary()).isEqualTo("streaming, 4 workers, chunks of 100,000 rows");
        assertThat(choice.parallelChunks()).isTrue();
        assertThat(choice.reasons())
                .first()
                .asString()
                .contains("7,440,000 rows take up to 3.9 GB in memory where no two share a group");
    }

    @Test
    void ofSortedInputOnlyTheOpenDaysCount() {
        Choice choice = Chooser.choose(sorted(MONTH), LARGE);
        assertThat(choice.summary()).isEqualTo("in-memory, 4 workers");
        assertThat(choice.reasons())
                .first()
                .asString()
                .startsWith("7,440,000 rows, 960,000 rows of open days at a time, take");
        assertThat(Chooser.choose(sorted(MONTH), new Grant(4, 512 * MIB)).streaming())
                .isTrue();
        assertThat(sorted(MONTH).heldRows(64)).isEqualTo(7_440_000);
        assertThat(Chooser.choose(sorted(MONTH).withoutDays(), LARGE).streaming())
                .isTrue();
    }

    @Test
    void aSmallInputKeepsOneWorkerBusy() {
        Choice choice = Chooser.choose(facts(20_000, 31, 700), LARGE);
        assertThat(choice.summary()).isEqualTo("in-memory, 1 worker");
        assertThat(choice.reasons())
                .endsWith("1 worker for 4 granted cores: 20,000 rows in 31 row groups are too few for more.");
    }

    @Test
    void oneHugeRowGroupIsSharedByAllWorkers() {
        assertThat(Chooser.choose(facts(2_000_000, 1, 2_000_000), LARGE).maxWorkers())
                .isEqualTo(4);
    }

    @Test
    void noInputAtAllIsOneWorker() {
        assertThat(Chooser.choose(facts(0, 0, 0), LARGE).summary()).isEqualTo("in-memory, 1 worker");
    }

    @Test
    void lessMemoryMeansSmallerChunksThenFewerWorkers() {
        Choice small = Chooser.choose(MONTH, new Grant(4, 320 * MIB));
        assertThat(small.maxWorkers()).isEqualTo(4);
        assertThat(small.chunkSize()).isLessThan(100_000).isGreaterThan(1_000);
        Choice smaller = Chooser.choose(MONTH, new Grant(4, 192 * MIB));
        assertThat(smaller.maxWorkers()).isEqualTo(2);
        assertThat(smaller.reasons()).anyMatch(reason -> reason.startsWith("2 workers of 4, so that"));
    }

    @Test
    void whereNothingFitsForSureTheLeastIsChosenAndTold() {
        Choice choice = Chooser.choose(MONTH, new Grant(8, 16 * MIB));
        assertThat(choice.summary()).isEqualTo("streaming, 1 worker, chunks of 1,000 rows");
        assertThat(choice.reasons()).last().asString().contains("give it more with -Xmx");
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 256, 1024, 4096, 65_536})
    void whatIsChosenFitsOrIsTheLeast(long heapMib) {
        Grant grant = new Grant(64, heapMib * MIB);
        for (long rows = 1_000; rows < 1_000_000_000; rows *= 10) {
            InputFacts facts = facts(rows, (int) (rows / 100_000) + 1, Math.min(rows, 100_000));
            Choice choice = Chooser.choose(facts, grant);
            HeapNeed need = new HeapNeed(facts);
            boolean fits = choice.streaming()
                    ? choice.maxWorkers() * need.worker(choice.chunkSize()) <= grant.heapBytes() / 4
                    : need.inMemory(choice.maxWorkers(), 1 << 17) <= grant.heapBytes() / 2;
            assertThat(fits || (choice.maxWorkers() == 1 && choice.chunkSize() == 1_000))
                    .as("%s in %s", choice, grant)
                    .isTrue();
        }
    }

    @Test
    void whatTheUserNamedIsKeptAndSaid() {
        Wishes wishes = new Wishes(OptionalInt.of(7), OptionalInt.of(123), Optional.empty());
        Choice choice = Chooser.choose(MONTH, new Grant(2, 16 * MIB), wishes);
        assertThat(choice.summary()).isEqualTo("streaming, 7 workers, chunks of 123 rows");
        assertThat(choice.reasons()).endsWith("7 workers, as asked for.", "Chunks of 123 rows, as asked for.");
        assertThat(Chooser.choose(facts(1_000, 1, 1_000), LARGE, wishes).reasons())
                .endsWith("7 workers, as asked for.", "The chunk size that was asked for has no effect in memory.");
    }

    @Test
    void oneChunkAtATimeKeepsOneWorkerBusy() {
        Wishes wishes = new Wishes(OptionalInt.empty(), OptionalInt.empty(), Optional.of(false));
        Choice choice = Chooser.choose(MONTH, LARGE, wishes);
        assertThat(choice.threads()).isEqualTo(1);
        assertThat(choice.summary()).startsWith("streaming, 1 worker,");
        assertThat(Chooser.choose(facts(1_000_000, 10, 100_000), LARGE, wishes).threads())
                .isEqualTo(4);
    }

    @Test
    void absurdClaimsOverflowNothing() {
        long most = 1L << 40;
        InputFacts absurd = new InputFacts(
                9,
                Long.MAX_VALUE,
                1 << 20,
                most,
                most * 17,
                most,
                most * 17,
                most * 17,
                OptionalLong.empty(),
                OptionalLong.empty());
        assertThat(Chooser.choose(absurd, new Grant(1024, most)).streaming()).isTrue();
    }

    private static InputFacts facts(long rows, int rowGroups, long largest) {
        return new InputFacts(
                31,
                rows,
                rowGroups,
                largest,
                largest * 110,
                largest * 10,
                rows * 60,
                rows * 10,
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static InputFacts sorted(InputFacts facts) {
        return new InputFacts(
                facts.files(),
                facts.rows(),
                facts.rowGroups(),
                facts.largestRowGroup(),
                facts.pagesBytes(),
                facts.rowGroupTextBytes(),
                facts.compressedBytes(),
                facts.textBytes(),
                OptionalLong.of(31),
                OptionalLong.of(facts.rows() / 31));
    }
}
