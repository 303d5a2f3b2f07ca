// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * The machine and software of a run: a class of machines and a hash, no names of hosts or users.
 *
 * @param machineClass what runs are comparable within: processor model, granted cores, memory class
 * @param machineClassHash twelve hexadecimal digits of the class: equal where runs are comparable
 * @param machineHash twelve hexadecimal digits that tell one machine from another without naming it
 * @param cpuModel as the processor calls itself
 * @param logicalCpus processors the machine shows
 * @param grantedCores processors that this process may use: the least of affinity and control-group quota
 * @param memoryBytes installed memory
 * @param grantedMemoryBytes the least of installed memory and control-group limit
 * @param swapBytes swap space of the machine, 0 where there is none; absent where not readable
 * @param os name and version of the operating system
 * @param kernel release of the kernel
 * @param jdk vendor and version of the measured JVM
 * @param governor frequency governor of the first processor, absent where not readable
 * @param hugePages when the kernel uses transparent huge pages: always, madvise or never; absent where not readable
 * @param virtualMachine whether the processor tells of a hypervisor; absent where it does not tell
 * @param gitCommit commit of the working tree that built the program, absent outside a checkout
 * @param gitDirty whether that tree had uncommitted changes
 * @param buildDigest SHA-256 over the program's own jars, the identity of what was measured
 */
public record Environment(
        String machineClass,
        String machineClassHash,
        String machineHash,
        String cpuModel,
        int logicalCpus,
        double grantedCores,
        long memoryBytes,
        long grantedMemoryBytes,
        Optional<Long> swapBytes,
        String os,
        String kernel,
        String jdk,
        Optional<String> governor,
        Optional<String> hugePages,
        Optional<Boolean> virtualMachine,
        Optional<String> gitCommit,
        boolean gitDirty,
        String buildDigest) {}
