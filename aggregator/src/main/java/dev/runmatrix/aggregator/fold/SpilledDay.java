// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one thread has written of a day: sorted runs, and the capacities, which stay in memory. Many runs are made one, and
 * many of these again, so that neither their number nor the bytes written get out of hand.
 */
final class SpilledDay {

    private static final int MOST_RUNS = 64;
    private static final int BLOCK_GROUPS = 512;

    private final List<List<GroupRun>> levels = new ArrayList<>();
    private final IntervalCapacities capacities = new IntervalCapacities();

    IntervalCapacities capacities() {
        return capacities;
    }

    List<GroupRun> runs() {
        return levels.stream().flatMap(List::stream).toList();
    }

    /** Writes groups and capacities that are in memory. */
    void add(SortedGroups groups, IntervalCapacities more, SpillFile file, Spill spill) throws IOException {
        capacities.addAll(more);
        if (groups.rows() > 0) {
            file.append(groups);
            add(0, file.endRun(), file, spill);
        }
    }

    private void add(int level, GroupRun run, SpillFile file, Spill spill) throws IOException {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<GroupRun> runs = levels.get(level);
        runs.add(run);
        if (runs.size() == MOST_RUNS) {
            GroupRun merged = merge(runs, file, spill);
            runs.clear();
            add(level + 1, merged, file, spill);
        }
    }

    private static GroupRun merge(List<GroupRun> runs, SpillFile file, Spill spill) throws IOException {
        int bufferBytes = spill.bufferBytes(runs.size());
        DayMerge merge = spill.sorter()
                .merge(runs.stream().map(run -> new RunReader(run, bufferBytes)).toList(), BLOCK_GROUPS);
        for (SortedGroups groups = merge.next(); groups.rows() > 0; groups = merge.next()) {
            file.append(groups);
        }
        return file.endRun();
    }
}
