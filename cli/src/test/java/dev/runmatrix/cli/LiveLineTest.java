// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static dev.runmatrix.cli.StoredRuns.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LiveLineTest {

    private static final PlannedCell CELL = cell("C01", true, 1, "mode", "streaming", "max_workers", "1");
    private static final ScheduledFork WARM_UP = new ScheduledFork("C01", 0, 0);
    private static final ScheduledFork FIRST = new ScheduledFork("C01", 1, 1);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void withoutATerminalEachForkThatEndedHasALine() {
        LiveLine line = started(false, false);
        line.forkStarted(WARM_UP, CELL);
        line.forkSampled(sample(100, 50));
        line.forkEnded(StoredRuns.good("C01", 0, 2, 1.5));
        line.forkStarted(FIRST, CELL);
        line.forkEnded(StoredRuns.failed("C01", 1, "IllegalStateException: no"));
        line.clear();

        assertThat(text().lines())
                .containsExactly(
                        "[1/2] C01 warm-up: 2.00 s, 1.50 cores  streaming 1w",
                        "[2/2] C01 fork 1 of 1: failed: IllegalStateException: no  (streaming 1w)");
    }

    @Test
    void twinsRepeatsAndForksThatALookMayAddAreTold() {
        LiveLine line = line(false, false);
        RunRecord looking = looking();
        ScheduledFork twin = new ScheduledFork("C01", 1, 1, true, false);
        line.runStarted(looking, Path.of(""), List.of(twin, FIRST));
        line.forkStarted(twin, CELL);
        line.forkEnded(StoredRuns.good("C01", 1, 2, 1));
        line.forkStarted(twin.again(), CELL);
        line.forkEnded(StoredRuns.good("C01", 1, 2, 1));
        line.scheduleChanged(List.of(new ScheduledFork("C01", 20, 20)));
        line.forkStarted(new ScheduledFork("C01", 20, 20), CELL);
        line.forkEnded(StoredRuns.good("C01", 20, 2, 1));

        assertThat(text().lines())
                .containsExactly(
                        "[1/2+] C01 twin 1 of 1+: 2.00 s, 1.00 cores  streaming 1w",
                        "[2/3+] C01 twin 1 of 1+, disturbed, again: 2.00 s, 1.00 cores  streaming 1w",
                        "[3/3] C01 fork 20 of 20: 2.00 s, 1.00 cores  streaming 1w");
    }

    @Test
    void onATerminalTheLineShowsWhatRunsNow() {
        LiveLine line = started(true, false);
        line.forkStarted(WARM_UP, CELL);
        assertThat(text()).endsWith("[1/2] C01 warm-up  starting  streaming 1w");
    }

    @Test
    void quietSaysNothing() {
        LiveLine line = started(true, true);
        line.forkStarted(WARM_UP, CELL);
        line.forkSampled(sample(100, 50));
        line.noted("something");
        line.forkEnded(StoredRuns.failed("C01", 0, "no"));
        line.clear();

        assertThat(text()).isEmpty();
    }

    @Test
    void whatIsLeftIsGuessedFromThePlanThenFromWhatForksTook() {
        RemainingTime remaining = new RemainingTime(Map.of("C01", 10_000L, "C02", 20_000L));
        remaining.expect(List.of(FIRST, new ScheduledFork("C02", 1, 1), new ScheduledFork("C01", 2, 2)));

        assertThat(remaining.after(4_000)).isEqualTo(Duration.ofSeconds(36));

        remaining.ended(StoredRuns.good("C01", 1, 4.7, 1));

        assertThat(remaining.after(0)).isEqualTo(Duration.ofSeconds(15));
    }

    private LiveLine started(boolean terminal, boolean quiet) {
        LiveLine line = line(terminal, quiet);
        line.runStarted(StoredRuns.of(List.of(CELL), List.of()).run(), Path.of(""), List.of(WARM_UP, FIRST));
        return line;
    }

    private LiveLine line(boolean terminal, boolean quiet) {
        return new LiveLine(
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                terminal,
                quiet,
                new CellWords(StoredRuns.of(List.of(CELL), List.of()).run().plan()),
                new RemainingTime(Map.of("C01", 1000L)));
    }

    private static RunRecord looking() {
        return StoredRuns.of(List.of(CELL), List.of(), Protocol.DEFAULT.withMaxForks(20))
                .run();
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static ResourceSample sample(long elapsedMillis, long cpuMillis) {
        return new ResourceSample(elapsedMillis, cpuMillis, 1_000_000, 1, 0, 0, 0, OptionalLong.empty());
    }
}
