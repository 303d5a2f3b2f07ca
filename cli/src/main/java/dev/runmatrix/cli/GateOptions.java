// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.MatrixSpec;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the gate of a matrix is to be judged at the end of a run, and how strictly. */
final class GateOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--gate",
            description =
                    "Judges the gate of the matrix at the end; the default where it has one, or a claim with gate: true.")
    private boolean on;

    @Option(names = "--no-gate", description = "Does not.")
    private boolean off;

    @Option(
            names = "--strict",
            description = "Exit status 5 where a rule of the gate could not be judged, as on_inconclusive: fail does.")
    private boolean strict;

    /** The gate to be judged; absent where there is none or none is wanted. */
    Optional<Gate> of(MatrixSpec spec) throws CommandFailure {
        if (on && off) {
            throw new ParameterException(
                    Optional.ofNullable(command).orElseThrow().commandLine(),
                    "--gate and --no-gate contradict each other; leave one away");
        }
        if (on && spec.gate().isEmpty() && spec.claims().stream().noneMatch(Claim::gate)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--gate: the matrix"
                            + spec.profile()
                                    .map(name -> " with profile " + name)
                                    .orElse("")
                            + " has no gate; write one, such as 'gate: {rules: [{metric: wall, max: 30s}]}'");
        }
        return off ? Optional.empty() : spec.gate();
    }

    /**
     * How the claims of the matrix count.
     *
     * @param gate the gate that is judged beside them
     */
    ClaimConclusion claims(Optional<Gate> gate) {
        return new ClaimConclusion(
                !off, strict || gate.filter(Gate::failsOnInconclusive).isPresent());
    }

    /**
     * What is needed to judge a gate when the run has ended, read now so that faults are told before anything is measured.
     *
     * @param gate the gate
     * @param baseline what the run will be compared with
     * @param folder the folder of the matrix file
     */
    GateConclusion conclusion(Optional<Gate> gate, ChosenBaseline baseline, Path folder) throws CommandFailure {
        return gate.isEmpty()
                ? GateConclusion.NONE
                : GateConclusion.of(gate.get().against(baseline.name()), AcceptedFile.beside(folder), strict);
    }
}
