// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one thread has written of a day: runs of sorted groups, and capacities. Many runs are made one, and many of these
 * again, so that neither their number nor the bytes written get out of hand.
 */
final class SpilledDay {

    private static final int BLOCK_GROUPS = 512;

    private final int mostRuns;
    private final List<List<SpilledRun>> levels = new ArrayList<>();
    private final List<SpilledRun> capacities = new ArrayList<>();

    /**
     * @param mostRuns how many runs are made one; at least 2
     */
    SpilledDay(int mostRuns) {
        this.mostRuns = mostRuns;
    }

    List<SpilledRun> runs() {
        return levels.stream().flatMap(List::stream).toList();
    }

    /** Writes what was in memory. */
    void add(SortedGroups groups, IntervalCapacities more, SpillFile file, Spill spill) throws IOException {
        if (groups.rows() > 0) {
            file.append(groups);
            add(0, file.endRun(), file, spill);
        }
        if (more.size() > 0) {
            addCapacities(more, file, spill);
        }
    }

    private void add(int level, SpilledRun run, SpillFile file, Spill spill) throws IOException {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<SpilledRun> runs = levels.get(level);
        runs.add(run);
        if (runs.size() == mostRuns) {
            file.flush();
            SpilledRun merged = merge(runs, file, spill);
            runs.clear();
            add(level + 1, merged, file, spill);
        }
    }

    private static SpilledRun merge(List<SpilledRun> runs, SpillFile file, Spill spill) throws IOException {
        int bufferBytes = spill.bufferBytes(runs.size());
        DayMerge merge = spill.sorter()
                .merge(runs.stream().map(run -> new RunReader(run, bufferBytes)).toList(), BLOCK_GROUPS);
        for (SortedGroups block = merge.next(); block.rows() > 0; block = merge.next()) {
            file.append(block);
        }
        return file.endRun();
    }

    private void addCapacities(IntervalCapacities more, SpillFile file, Spill spill) throws IOException {
        if (capacities.size() == mostRuns - 1) {
            file.flush();
            addCapacitiesTo(more, spill);
            capacities.clear();
        }
        file.append(more);
        capacities.add(file.endRun());
    }

    /** Adds all capacities that were written. */
    void addCapacitiesTo(IntervalCapacities whole, Spill spill) throws IOException {
        for (SpilledRun run : capacities) {
            RunInput input = new RunInput(run, spill.bufferBytes(1), IntervalCapacities.ENTRY_BYTES);
            while (input.next().hasRemaining()) {
                whole.add(input.next());
            }
        }
    }
}
