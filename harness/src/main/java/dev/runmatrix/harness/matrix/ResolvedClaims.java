// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claims of a plan as part of a matrix file again.
 *
 * @param written those all of whose cells are measured
 * @param leftOut ids of the others: read again, they would point at cells that are not there
 */
record ResolvedClaims(List<Map<String, Object>> written, List<String> leftOut) {

    static ResolvedClaims of(Plan plan) {
        Set<String> measured = plan.cells().stream().map(PlannedCell::name).collect(Collectors.toSet());
        List<Map<String, Object>> written = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (PlannedClaim planned : plan.claims()) {
            boolean whole = !planned.groups().isEmpty()
                    && planned.groups().stream()
                            .flatMap(group -> Stream.concat(group.cells().stream(), group.versus().stream()))
                            .allMatch(measured::contains);
            if (whole) {
                written.add(claim(planned.claim()));
            } else {
                leftOut.add(planned.id());
            }
        }
        return new ResolvedClaims(written, leftOut);
    }

    /** A comment on what is left out; nothing where nothing is. */
    String comment() {
        return leftOut.isEmpty() ? "" : "# Left out with their cells: the claims " + String.join(", ", leftOut) + ".\n";
    }

    private static Map<String, Object> claim(Claim claim) {
        ClaimLimit limit = claim.limit();
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", claim.name());
        written.put("kind", claim.kind().key());
        claim.metric().ifPresent(metric -> written.put("metric", metric.key()));
        settings("cells", claim.cells(), written);
        settings("versus", claim.versus(), written);
        switch (limit.unit()) {
            case TIMES_AS_FAST -> {
                double least = limit.atLeast().orElseThrow();
                written.put(
                        "times_as_fast",
                        limit.stated().<Object>map(most -> List.of(least, most)).orElse(least));
            }
            case WITHIN -> limit.atMost().ifPresent(share -> written.put("within", limit.written(share)));
            case OUTPUTS -> {}
            case TIMES, SHARE, SECONDS, BYTES, CORES -> {
                limit.atLeast().ifPresent(end -> written.put("at_least", limit.written(end)));
                limit.atMost().ifPresent(end -> written.put("at_most", limit.written(end)));
            }
        }
        claim.where().ifPresent(where -> written.put("where", where));
        written.put("gate", claim.gate());
        return written;
    }

    private static void settings(String key, List<Map<String, String>> settings, Map<String, Object> written) {
        if (!settings.isEmpty()) {
            written.put(key, settings.stream().map(ResolvedMatrix::setting).toList());
        }
    }
}
