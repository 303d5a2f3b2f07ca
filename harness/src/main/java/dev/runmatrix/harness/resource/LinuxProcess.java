// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process as its files in {@code /proc} show it. Two short reads a look; OSHI's look at the same process opens and
 * reads five files.
 */
final class LinuxProcess implements ProcessSource {

    private final Path folder;
    private final CounterFile stat;
    private final Optional<CounterFile> io;
    private final long pageBytes;

    private LinuxProcess(Path folder, CounterFile stat, Optional<CounterFile> io, long pageBytes) {
        this.folder = folder;
        this.stat = stat;
        this.io = io;
        this.pageBytes = pageBytes;
    }

    /** The process with this folder of {@code /proc}; empty where there is none. */
    static Optional<ProcessSource> open(Path folder, long pageBytes) {
        return CounterFile.open(folder.resolve("stat"))
                .map(stat -> new LinuxProcess(folder, stat, CounterFile.open(folder.resolve("io")), pageBytes));
    }

    @Override
    public Optional<ProcessLook> look() {
        return stat.read()
                .flatMap(ProcessStat::parse)
                .filter(now -> !now.isDead())
                .map(this::look);
    }

    @Override
    public List<Path> folders() {
        return List.of(folder);
    }

    @Override
    public void close() {
        stat.close();
        io.ifPresent(CounterFile::close);
    }

    private ProcessLook look(ProcessStat now) {
        String transfers = io.flatMap(CounterFile::read).orElse("");
        return new ProcessLook(
                now.cpuMillis(),
                now.rssPages() * pageBytes,
                now.threads(),
                NamedCounter.in(transfers, "read_bytes:"),
                NamedCounter.in(transfers, "write_bytes:"),
                OptionalLong.of(now.minorFaults() + now.childMinorFaults()),
                OptionalLong.of(now.majorFaults() + now.childMajorFaults()));
    }
}
