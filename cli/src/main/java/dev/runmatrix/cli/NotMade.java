// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.CellEnd.Reason;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a run did not make, and why, in sentences. */
final class NotMade {

    private static final int MOST_NAMED = 4;

    private final RunRecord run;

    NotMade(RunRecord run) {
        this.run = run;
    }

    /** Empty where every cell had all of its forks. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (run.state() == RunState.INTERRUPTED) {
            sentences.add("Interrupted: what was measured until then is stored and reported; " + goOn());
        }
        tell(Reason.BUDGET, "The time was used up before ", " had all forks; " + goOn(), sentences);
        tell(Reason.FAIL_FAST, "Ended at the first failure, before ", " had all forks; " + goOn(), sentences);
        tell(
                Reason.FAILING,
                "Skipped are the other forks of ",
                ", as " + run.spec().protocol().maxFailures() + " in a row failed.",
                sentences);
        tell(Reason.FUTILE, "Not enough forks allowed for the wanted precision: ", ".", sentences);
        return sentences;
    }

    /** What the account of forks and the rows of the table do not say already: how to go on. */
    List<String> waysOn() {
        if (run.state() == RunState.INTERRUPTED) {
            return List.of("Interrupted: what was measured until then is stored and reported; " + goOn());
        }
        boolean more =
                run.ends().stream().anyMatch(end -> end.reason() == Reason.BUDGET || end.reason() == Reason.FAIL_FAST);
        return more ? List.of(goOn()) : List.of();
    }

    private void tell(Reason reason, String before, String after, List<String> sentences) {
        List<CellEnd> ends =
                run.ends().stream().filter(end -> end.reason() == reason).toList();
        if (!ends.isEmpty() && ends.size() <= MOST_NAMED) {
            sentences.add(before + ends.stream().map(NotMade::cell).collect(Collectors.joining(", ")) + after);
        } else if (!ends.isEmpty()) {
            sentences.add(before + ends.size() + " of " + run.ends().size() + " cells" + after);
        }
    }

    private static String cell(CellEnd end) {
        return end.cell()
                + (end.neededForks().isPresent()
                        ? " (about " + end.neededForks().getAsInt() + " forks)"
                        : "");
    }

    private String goOn() {
        return "./run-matrix --resume " + run.id() + " goes on.";
    }
}
