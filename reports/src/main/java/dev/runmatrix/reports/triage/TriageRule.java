// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** Looks for one thing. */
@FunctionalInterface
interface TriageRule {

    /** What it states; empty where it finds nothing of its kind. */
    Optional<Statement> judge(TriageFacts facts);
}
