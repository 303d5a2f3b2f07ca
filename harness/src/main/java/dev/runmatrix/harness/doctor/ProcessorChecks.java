// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import dev.runmatrix.harness.result.Environment;
import java.util.List;
import java.util.Optional;

/** Whether the processors fit what is to be measured. */
public final class ProcessorChecks {

    private static final String STEADY = "performance";

    private ProcessorChecks() {}

    /**
     * All of them, in order.
     *
     * @param workers the most threads that a cell asks for; absent where there is no plan
     */
    public static List<Check> of(Environment environment, Optional<Integer> workers) {
        return List.of(cores(environment.grantedCores(), workers), governor(environment));
    }

    private static Check cores(double granted, Optional<Integer> workers) {
        String found = Figure.cores(granted) + " granted";
        if (workers.isEmpty()) {
            return Check.fact("cores", found);
        }
        int most = workers.get();
        return Check.judged(
                most <= granted,
                "cores",
                found,
                most + (most == 1 ? " worker" : " workers") + " at most",
                "Cells that ask for more workers than there are cores show what waiting costs, not what more cores would"
                        + " bring: leave them out with --skip max_workers=" + most + ", or take a larger machine.");
    }

    private static Check governor(Environment environment) {
        if (environment.governor().isEmpty()) {
            boolean virtual = environment.virtualMachine().orElse(false);
            return Check.fact("governor", virtual ? "not shown to a virtual machine" : "not readable");
        }
        String governor = environment.governor().get();
        return Check.judged(
                governor.equals(STEADY),
                "governor",
                governor,
                STEADY,
                "The clock of the processor follows the load, so that short forks run slower than long ones: cpupower"
                        + " frequency-set -g performance");
    }
}
