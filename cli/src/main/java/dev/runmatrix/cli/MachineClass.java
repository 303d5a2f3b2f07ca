// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.resource.EnvironmentProbe;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.StoredRun;

/** The class of a machine in the name of a baseline: each class may have one of its own. */
final class MachineClass {

    private MachineClass() {}

    /** A name with the class of this machine in it, where it asks for that. */
    static String inName(String name) {
        return name.contains(BaselineName.MACHINE)
                ? BaselineName.onMachine(name, new EnvironmentProbe(Machine.open()).machineClassHash())
                : name;
    }

    /** A name with the class of the machine that made a run. */
    static String inName(String name, StoredRun stored) {
        return BaselineName.onMachine(name, stored.run().environment().machineClassHash());
    }
}
