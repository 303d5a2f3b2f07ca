// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.List;

/**
 * The Java that forks are started with.
 *
 * @param version as it calls itself
 * @param feature its number, 17
 * @param hasCompiler whether it is a development kit and not a runtime only
 * @param variables names of the environment variables that add arguments to every JVM
 */
public record JavaFacts(String version, int feature, boolean hasCompiler, List<String> variables) {

    public JavaFacts {
        variables = List.copyOf(variables);
    }
}
