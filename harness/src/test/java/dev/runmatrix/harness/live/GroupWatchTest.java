// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.live.GroupMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupWatchTest {

    private FakeProc proc;
    private Path mount;

    @BeforeEach
    void makeFolders(@TempDir Path folder) throws Exception {
        proc = new FakeProc(Files.createDirectory(folder.resolve("proc"))).process(10, 1, 500, 0, "job");
        mount = Files.createDirectory(folder.resolve("cgroup"));
        Files.createDirectories(proc.root().resolve("self"));
    }

    @Test
    void theGroupsAreThoseOfTheWatchedProcessAndNotOurs() throws Exception {
        unified("job");
        Path own = Files.createDirectory(mount.resolve("ours"));
        Files.writeString(own.resolve("cpu.max"), "10000 100000\n");
        Path job = Files.createDirectory(mount.resolve("job"));
        Files.writeString(job.resolve("cpu.max"), "150000 100000\n");
        Files.writeString(job.resolve("cpu.stat"), "nr_periods 100\nnr_throttled 10\nthrottled_usec 5000\n");
        Files.writeString(job.resolve("memory.max"), "1000000\n");
        Files.writeString(job.resolve("memory.current"), "900000\n");
        Files.writeString(job.resolve("memory.stat"), "anon 1\ninactive_file 150000\n");
        Files.writeString(job.resolve("cpu.pressure"), "some avg10=0.00 avg60=0.00 avg300=0.00 total=1000\n");
        GroupWatch watch = new GroupWatch(proc.files(), 10);

        Files.writeString(job.resolve("cpu.stat"), "nr_periods 150\nnr_throttled 50\nthrottled_usec 9000\n");
        Files.writeString(job.resolve("cpu.pressure"), "some avg10=0.00 avg60=0.00 avg300=0.00 total=3000\n");

        assertThat(watch.quotaCores()).contains(1.5);
        assertThat(watch.throttledSinceStart())
                .isEqualTo(new GroupWatch.Throttle(Optional.of(4_000_000L), Optional.of(40L), Optional.of(50L)));
        assertThat(watch.memory()).contains(new GroupMemory(1_000_000, Optional.of(750_000L)));
        assertThat(watch.ownPressure()).isTrue();
        assertThat(watch.pressureSinceStart().orElseThrow().cpuNanos()).contains(2_000_000L);
        assertThat(watch.pressureSinceStart().orElseThrow().ioNanos()).isEmpty();
    }

    @Test
    void withoutGroupsNothingIsClaimed() {
        GroupWatch watch = new GroupWatch(proc.files(), 10);

        assertThat(watch.quotaCores()).isEmpty();
        assertThat(watch.memory()).isEmpty();
        assertThat(watch.throttledSinceStart()).isEqualTo(GroupWatch.Throttle.UNKNOWN);
        assertThat(watch.pressureSinceStart()).isEmpty();
    }

    private void unified(String group) throws Exception {
        Files.writeString(
                proc.root().resolve("self/mountinfo"), "29 23 0:26 / " + mount + " rw,nosuid - cgroup2 cgroup2 rw\n");
        Files.writeString(proc.root().resolve("10/cgroup"), "0::/" + group + "\n");
    }
}
