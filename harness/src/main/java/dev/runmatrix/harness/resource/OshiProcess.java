// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import oshi.software.os.OSProcess;

/** A process as OSHI shows it, on systems without {@code /proc}. */
final class OshiProcess implements ProcessSource {

    private final OSProcess process;

    OshiProcess(OSProcess process) {
        this.process = process;
    }

    @Override
    public Optional<ProcessLook> look() {
        if (!process.updateAttributes() || process.getState() == OSProcess.State.ZOMBIE) {
            return Optional.empty();
        }
        return Optional.of(new ProcessLook(
                process.getUserTime() + process.getKernelTime(),
                process.getResidentMemory(),
                process.getThreadCount(),
                OptionalLong.of(process.getBytesRead()),
                OptionalLong.of(process.getBytesWritten()),
                OptionalLong.of(process.getMinorFaults()),
                OptionalLong.of(process.getMajorFaults())));
    }

    @Override
    public List<Path> folders() {
        return List.of();
    }

    @Override
    public void close() {}
}
