// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.StoredRun;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The name of the baseline that a command is about. */
final class BaselineArgument {

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Name of the baseline; {machine} stands for the class of the machine.")
    private String name = "";

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    /** The name, on this machine. */
    BaselineName name() {
        return named(MachineClass.inName(name));
    }

    /** The name, on the machine that made a run. */
    BaselineName nameFor(StoredRun stored) {
        return named(MachineClass.inName(name, stored));
    }

    private BaselineName named(String text) {
        return BaselineName.of(text)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + text + "' is no name of a baseline; it has " + BaselineName.RULE));
    }
}
