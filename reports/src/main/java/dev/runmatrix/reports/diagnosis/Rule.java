// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import java.util.List;

/** One cause: its condition, thresholds, evidence and remedy. Without state. */
interface Rule {

    /** What is found in a run, in plan order of the cells; empty where the condition does not hold. */
    List<Finding> judge(RunFacts run);
}
