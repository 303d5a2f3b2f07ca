// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;

/**
 * What must be the same in two runs for their times to be compared.
 *
 * @param machineClass the class of machines in words
 * @param machineClassHash what the words stand for
 * @param jdk vendor and version of the JVM
 * @param jvmArguments arguments of the measured JVMs
 * @param clock which time is taken
 */
public record Conditions(
        String machineClass, String machineClassHash, String jdk, List<String> jvmArguments, WallClock clock) {

    public Conditions {
        jvmArguments = List.copyOf(jvmArguments);
    }

    static Conditions of(RunRecord run, WallClock clock) {
        Environment environment = run.environment();
        return new Conditions(
                environment.machineClass(),
                environment.machineClassHash(),
                environment.jdk(),
                run.spec().jvmArgs(),
                clock);
    }

    /** Whether runs under these may be compared; the words of a class round what its hash does not. */
    public boolean areThoseOf(Conditions other) {
        return machineClassHash.equals(other.machineClassHash)
                && jdk.equals(other.jdk)
                && jvmArguments.equals(other.jvmArguments)
                && clock == other.clock;
    }
}
