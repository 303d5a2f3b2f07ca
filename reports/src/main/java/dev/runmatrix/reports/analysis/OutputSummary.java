// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of checking the outputs of all finished attempts, warm-ups too.
 *
 * @param finished attempts that ran to their end
 * @param wrong those whose output differs from the reference cell's or from the manifest
 * @param tolerated those whose numbers agree with the reference cell's within 1e-9 only
 * @param unchecked those that were compared with nothing
 * @param manifestChecked those compared with the manifest of their dataset
 */
public record OutputSummary(int finished, int wrong, int tolerated, int unchecked, int manifestChecked) {

    static OutputSummary of(List<ForkRecord> attempts) {
        List<ForkRecord> finished =
                attempts.stream().filter(a -> a.status() == ForkStatus.OK).toList();
        List<OutputCheck> checks =
                finished.stream().flatMap(a -> a.output().stream()).toList();
        // The first good output of the reference cell has nothing to be compared with: the others are compared with it.
        int unchecked = finished.size() - checks.size();
        return new OutputSummary(
                finished.size(),
                (int) checks.stream().filter(OutputCheck::isWrong).count(),
                (int) checks.stream()
                        .filter(c -> has(c, OutputCheck::againstReference, OutputVerdict.WITHIN_TOLERANCE))
                        .count(),
                unchecked,
                (int) checks.stream()
                        .filter(c -> c.againstManifest().isPresent())
                        .count());
    }

    private static boolean has(
            OutputCheck check, Function<OutputCheck, Optional<OutputVerdict>> which, OutputVerdict verdict) {
        return which.apply(check).filter(verdict::equals).isPresent();
    }

    public int agreeing() {
        return finished - wrong - unchecked;
    }
}
