// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A random parameter file: any of the label keys, patterns that overlap, open and closed ranges of days. */
final class DirtyParams {
    private static final List<String> PATTERNS = List.of(
            "openshift-%",
            "openshift",
            "openshift-mon%",
            "kube_system",
            "kube-%",
            "a.b",
            "a\\_b",
            "%",
            "_",
            "",
            "%mon%",
            "p%q",
            "__7",
            "_%_",
            "%\n%",
            "%break",
            "\uD83D\uDE80",
            "Ärger",
            "_rger",
            "%rger",
            "%%",
            "Openshift%");

    private DirtyParams() {}

    static String json(Dice dice, DirtyInstants instants) {
        ObjectNode params = new ObjectMapper().createObjectNode();
        dice.some(DirtyLabelText.KEYS, dice.pick(0, 40, 80)).forEach(params.putArray("enabled_keys")::add);
        var categories = params.putArray("cost_categories");
        dice.some(PATTERNS, dice.pick(0, 10, 30))
                .forEach(pattern ->
                        categories.addObject().put("pattern", pattern).put("id", dice.between(-3, 30)));
        List<LocalDate> range =
                Stream.of(instants.day(), instants.day()).sorted().toList();
        putDate(params, "start_date", dice, range.get(0));
        putDate(params, "end_date", dice, range.get(1));
        params.put("report_period_id", dice.between(1, 100_000));
        params.put("cluster_id", dice.pick("c", "my \"cluster\"", "комета"));
        params.put("cluster_alias", dice.pick("", "alias, with\nbreak"));
        params.put("source_uuid", "00000000-0000-0000-0000-000000000001");
        return params.toPrettyString();
    }

    private static void putDate(ObjectNode params, String key, Dice dice, LocalDate day) {
        if (dice.oneIn(4)) {
            params.put(key, day.toString());
        } else {
            params.putNull(key);
        }
    }
}
