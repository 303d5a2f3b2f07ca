// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.Plan;
import java.util.ArrayList;
import java.util.List;

/** The gate of a matrix in the plan: its rules, and how many cells each is about. */
final class PlanGate {

    private PlanGate() {}

    /** The heading of the paragraph. */
    static String heading(Gate gate) {
        return "Gate"
                + gate.baseline().map(name -> ", against the baseline " + name).orElse("");
    }

    /** A sentence for each rule, and one on what could not be judged. */
    static List<String> sentences(Gate gate, Plan plan) {
        List<String> sentences = new ArrayList<>();
        gate.rules().forEach(rule -> sentences.add(sentence(rule, plan)));
        if (gate.failsOnInconclusive()) {
            sentences.add("What cannot be judged fails the run, too.");
        }
        return sentences;
    }

    private static String sentence(GateRule rule, Plan plan) {
        long cells = plan.cells().stream().filter(rule.cells()::names).count();
        String named = rule.cells().values().isEmpty()
                ? ""
                : " where " + String.join(" ", rule.cells().argument().split(","));
        return rule.words() + named + ": " + (cells == 0 ? "no cell" : cells == 1 ? "1 cell" : cells + " cells");
    }
}
