// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether the Java is one to measure with. */
public final class JavaChecks {

    private static final int LEAST_FEATURE = 17;

    private JavaChecks() {}

    /** All of them, in order. */
    public static List<Check> of(JavaFacts java) {
        List<Check> checks = new ArrayList<>();
        String found = (java.hasCompiler() ? "JDK " : "runtime ") + java.version();
        checks.add(Check.judged(
                java.hasCompiler() && java.feature() >= LEAST_FEATURE,
                "java",
                found,
                "a JDK, " + LEAST_FEATURE + " or newer",
                "Point JAVA_HOME at a JDK: ./run-matrix builds itself when its sources change."));
        if (!java.variables().isEmpty()) {
            checks.add(Check.warning(
                    "java options",
                    String.join(", ", java.variables()) + " set",
                    "none",
                    "Every fork takes its arguments, unseen by the stored run: unset it, and write the arguments in target:"
                            + " {jvm_args: [...]}."));
        }
        return checks;
    }
}
