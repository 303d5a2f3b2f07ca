// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.PlannedClaim;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The claims of a matrix in the plan: what they state, of which cells. */
final class PlanClaimLines {

    private static final int MOST_NAMES = 8;

    private PlanClaimLines() {}

    /** A sentence for each claim. */
    static List<String> of(Plan plan) {
        Set<String> measured = plan.cells().stream().map(PlannedCell::name).collect(Collectors.toSet());
        return plan.claims().stream().map(claim -> sentence(claim, measured)).toList();
    }

    private static String sentence(PlannedClaim planned, Set<String> measured) {
        List<String> cells = planned.groups().stream()
                .flatMap(group -> Stream.concat(group.cells().stream(), group.versus().stream()))
                .distinct()
                .toList();
        List<String> missing =
                cells.stream().filter(name -> !measured.contains(name)).toList();
        String about = cells.isEmpty() ? "no cell" : names(cells);
        String left = missing.isEmpty() ? "" : "; not measured, without " + names(missing);
        return planned.id() + " " + planned.claim().name() + ": "
                + planned.claim().words() + " (" + about + ")"
                + (planned.claim().gate() ? "; fails the run" : "") + left;
    }

    private static String names(List<String> names) {
        return names.size() > MOST_NAMES ? names.size() + " cells" : String.join(", ", names);
    }
}
