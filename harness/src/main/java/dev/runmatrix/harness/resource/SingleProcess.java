// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.util.Optional;
import oshi.software.os.OSProcess;

/** One process, as OSHI sees it. */
final class SingleProcess implements ProcessView {

    private final OSProcess process;

    SingleProcess(OSProcess process) {
        this.process = process;
    }

    @Override
    public Optional<ProcessUse> look() {
        if (!process.updateAttributes() || process.getState() == OSProcess.State.ZOMBIE) {
            return Optional.empty();
        }
        return Optional.of(new ProcessUse(
                process.getUserTime() + process.getKernelTime(),
                process.getResidentMemory(),
                process.getThreadCount(),
                process.getBytesRead(),
                process.getBytesWritten()));
    }

    @Override
    public long cpuNanos(long waitedForNanos, long sampledNanos) {
        return Math.max(waitedForNanos, sampledNanos);
    }
}
