// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What must be the same for a measurement to say something about a projection.
 *
 * @param input digest of the input of the projected cell; absent where it had none, or had not been made
 * @param program digest of the measured program: of its jars, or of the text of a command
 * @param machineClass hash of the class of the machine
 * @param jdk vendor and version of the measured JVM
 * @param jvmArgs digest of the arguments of the measured JVM
 */
public record ProjectionKey(Optional<String> input, String program, String machineClass, String jdk, String jvmArgs) {

    /** What is different in another one, in words; empty where nothing is. An input that was not known may be any. */
    public List<String> differences(ProjectionKey other) {
        List<String> differences = new ArrayList<>();
        if (input.isPresent() && other.input.isPresent() && !input.equals(other.input)) {
            differences.add("input");
        }
        add(differences, program, other.program, "build");
        add(differences, machineClass, other.machineClass, "machine");
        add(differences, jdk, other.jdk, "jdk");
        add(differences, jvmArgs, other.jvmArgs, "jvm_args");
        return differences;
    }

    private static void add(List<String> differences, String one, String other, String word) {
        if (!one.equals(other)) {
            differences.add(word);
        }
    }
}
