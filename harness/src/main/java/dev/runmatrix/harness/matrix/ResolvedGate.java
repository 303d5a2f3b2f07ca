// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.LinkedHashMap;
import java.util.Map;

/** A gate as part of a matrix file again. */
final class ResolvedGate {

    private ResolvedGate() {}

    static Map<String, Object> of(Gate gate) {
        Map<String, Object> written = new LinkedHashMap<>();
        gate.baseline().ifPresent(baseline -> written.put("baseline", baseline));
        written.put("rules", gate.rules().stream().map(ResolvedGate::rule).toList());
        written.put("on_inconclusive", gate.failsOnInconclusive() ? "fail" : "warn");
        return written;
    }

    private static Map<String, Object> rule(GateRule rule) {
        Map<String, Object> written = ResolvedMatrix.ordered(
                "metric", rule.metric().key(), "cells", rule.cells().argument());
        boolean number = rule.bound() == GateRule.Bound.MIN_FRACTION_OF_REQUESTED
                || (rule.bound() != GateRule.Bound.MAX_INCREASE && rule.metric() == GateMetric.CORES_USED);
        written.put(rule.bound().key(), number ? (Object) rule.limit() : rule.limitText());
        written.put("confidence", rule.confidence());
        if (rule.bound() == GateRule.Bound.MAX_INCREASE) {
            written.put("correction", rule.holm() ? "holm" : "none");
        }
        return written;
    }
}
