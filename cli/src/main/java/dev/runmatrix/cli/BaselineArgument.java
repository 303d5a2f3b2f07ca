// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BaselineName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The name of the baseline that a command is about. */
final class BaselineArgument {

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the baseline.")
    private String name = "";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    BaselineName name() {
        return BaselineName.of(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + name + "' is no name of a baseline; it has " + BaselineName.RULE));
    }
}
