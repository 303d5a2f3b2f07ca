// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.resource.CpuList;
import dev.runmatrix.harness.result.live.GroupMemory;
import dev.runmatrix.harness.result.live.LiveGrant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a process may use, and what is taken from it. */
final class GrantWatch {

    private final ProcFiles proc;
    private final Path process;
    private final GroupWatch group;
    private final int affinityCores;
    private final Optional<Long> addressSpaceLimitBytes;
    private Optional<Long> addressSpaceBytes = Optional.empty();
    private Optional<GroupMemory> memory = Optional.empty();

    GrantWatch(ProcFiles proc, long pid) {
        this.proc = proc;
        this.process = proc.of(pid);
        this.group = new GroupWatch(proc, pid);
        this.affinityCores = Counters.text(status(), "Cpus_allowed_list:")
                .map(CpuList::count)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        this.addressSpaceLimitBytes = Counters.text(proc.lines(process.resolve("limits")), "Max address space")
                .map(text -> text.split(" +", 2)[0])
                .flatMap(Counters::number);
    }

    /** Notes what will not be readable any more once the process has ended. */
    void look() {
        addressSpaceBytes = Counters.kiloBytes(status(), "VmSize:").or(() -> addressSpaceBytes);
        memory = group.memory().or(() -> memory);
    }

    LiveGrant grant() {
        GroupWatch.Throttle throttle = group.throttledSinceStart();
        return new LiveGrant(
                affinityCores,
                group.quotaCores(),
                throttle.nanos(),
                throttle.throttled(),
                throttle.periods(),
                memory,
                addressSpaceLimitBytes,
                addressSpaceBytes,
                group.pressureSinceStart(),
                group.ownPressure());
    }

    private List<String> status() {
        return proc.lines(process.resolve("status"));
    }
}
