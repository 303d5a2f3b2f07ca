// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.BuildAxis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Plan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long a fork of a cell is expected to live: as long as it did in an earlier run, or else what a simple model says,
 * start + rows ÷ (rows per second and core × cores at work).
 *
 * @param datasets what is known of the datasets, by name
 * @param cores cores of this machine
 * @param earlier lives of forks in an earlier run, by id of the cell
 */
record ForkTimes(Map<String, KnownDataset> datasets, int cores, Map<String, Duration> earlier)
        implements Function<Cell, Duration> {

    private static final Duration START = Duration.ofSeconds(1);
    private static final long ROWS_PER_CORE_SECOND = 2_000_000;

    @Override
    public Duration apply(Cell cell) {
        return earlier(cell).orElseGet(() -> modelled(cell));
    }

    /** A build of a setting is taken to live as long as the setting did. */
    private Optional<Duration> earlier(Cell cell) {
        return Optional.ofNullable(earlier.get(cell.id()))
                .or(() -> Optional.ofNullable(
                        earlier.get(BuildAxis.settingOf(cell).id())));
    }

    /** A sentence on what the expected lives of a plan's forks rest on. */
    String basis(Plan plan) {
        long measured =
                plan.cells().stream().filter(c -> earlier(c.cell()).isPresent()).count();
        int cells = plan.cells().size();
        String history = "the newest run in results/ for " + measured + " of " + cells + " cells";
        String model = Amounts.duration(START) + " to start a fork and " + ROWS_PER_CORE_SECOND / 1_000_000
                + " million rows a second on each working core of " + cores + ", an assumption";
        String basis = measured == 0 ? model : measured == cells ? history : history + ", else " + model;
        return "Time: from " + basis + "; reports and making data come on top.";
    }

    private Duration modelled(Cell cell) {
        long rows = cell.get(Axis.DATASET.key())
                .map(datasets::get)
                .map(KnownDataset::podRows)
                .orElse(0L);
        return START.plusMillis(1000 * rows / (ROWS_PER_CORE_SECOND * coresAtWork(cell)));
    }

    private int coresAtWork(Cell cell) {
        if (cell.get(Axis.MODE.key()).filter(Axis.AUTO::equals).isPresent()) {
            return cores;
        }
        boolean serial = cell.get(Axis.MODE.key())
                        .filter(Axis.STREAMING::equals)
                        .isPresent()
                && cell.get(Axis.PARALLEL_CHUNKS.key()).filter("true"::equals).isEmpty();
        int workers = cell.get(Axis.MAX_WORKERS.key()).map(Integer::parseInt).orElse(1);
        return serial ? 1 : Math.min(workers, cores);
    }
}
