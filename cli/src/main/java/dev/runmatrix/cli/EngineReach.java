// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.storage.ObjectAddress;
import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import java.util.List;
import java.util.Optional;

/** Whether engines can get at the inputs of their cells: every fork of one that cannot would fail. */
final class EngineReach {

    private EngineReach() {}

    /**
     * Looks through a plan.
     *
     * @param inputs the datasets of the plan
     * @throws CommandFailure for the first cell whose engine cannot read its input, with the way to leave it out
     */
    static void require(Plan plan, List<RunInput> inputs) throws CommandFailure {
        for (PlannedCell planned : plan.cells()) {
            Optional<ShippedEngine> engine = planned.cell()
                    .get(Engines.AXIS)
                    .flatMap(ShippedEngine::named)
                    .filter(each -> !each.readsObjects());
            Optional<RunInput> input = planned.cell().get(Axis.DATASET.key()).flatMap(name -> objects(inputs, name));
            if (engine.isPresent() && input.isPresent()) {
                throw failure(engine.get(), input.get());
            }
        }
    }

    private static Optional<RunInput> objects(List<RunInput> inputs, String name) {
        return inputs.stream()
                .filter(input -> input.facts().name().equals(name))
                .filter(input -> input.inputs().stream().anyMatch(ObjectAddress::isMeantBy))
                .findFirst();
    }

    private static CommandFailure failure(ShippedEngine engine, RunInput input) {
        return new CommandFailure(
                ExitCode.USAGE,
                "engine " + engine.key() + " reads files of this machine alone, and dataset "
                        + input.facts().name() + " lies at " + input.inputs().get(0)
                        + "; leave that pair out: exclude: [{engine: " + engine.key() + ", dataset: "
                        + input.facts().name() + "}]");
    }
}
