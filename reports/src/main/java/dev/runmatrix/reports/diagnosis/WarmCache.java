// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.PageCache;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;

/** I2: storage delivered next to nothing, so that the times are those of an input in memory. */
final class WarmCache implements Rule {

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> warm = run.cells().stream()
                .filter(cell -> cell.holds(fork -> run.around(cell, fork)
                        .storageShare()
                        .filter(share -> share < PageCache.WARM_BELOW)
                        .isPresent()))
                .toList();
        return CellGroup.together(warm, cell -> share(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static double share(RunFacts run, CellFacts cell) {
        return run.around(cell, Surroundings::storageShare).orElse(0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double share = share(run, main);
        return FindingDraft.of(
                        RuleId.I2,
                        group.names(),
                        Confidence.DATA_QUALITY,
                        "The input of " + group.told() + " came from memory, not from storage")
                .seen(Text.of("Storage delivered " + Units.percent(share) + " of the bytes of the input "
                        + group.where() + " (limit " + Units.percent(PageCache.WARM_BELOW) + " of them)."))
                .cause("The page cache held the files from an earlier fork.")
                .fix("Take these times for warm ones: a job that reads its input from storage is slower.")
                .refutedBy("")
                .measures(List.of(Measure.of("input from storage", main.name(), share, Measure.Unit.SHARE)
                        .atMost(PageCache.WARM_BELOW)))
                .finding();
    }
}
