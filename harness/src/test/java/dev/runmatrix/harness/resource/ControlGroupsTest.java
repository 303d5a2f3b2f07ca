// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlGroupsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTightestQuotaOfAnyLevelCountsInVersion1() throws IOException {
        mounted("30 20 0:1 / " + folder.resolve("cpu") + " rw - cgroup cgroup rw,cpu,cpuacct", "4:cpu,cpuacct:/a/b");
        write("cpu/a/b/cpu.cfs_quota_us", "400000");
        write("cpu/a/b/cpu.cfs_period_us", "100000");
        write("cpu/a/cpu.cfs_quota_us", "150000");
        write("cpu/a/cpu.cfs_period_us", "100000");
        write("cpu/cpu.cfs_quota_us", "-1");
        write("cpu/cpu.cfs_period_us", "100000");
        write("cpu/a/b/cpu.stat", "nr_periods 5\nnr_throttled 2\nthrottled_time 700\n");

        ControlGroups groups = ControlGroups.of(folder);

        assertThat(groups.coreQuota()).hasValue(1.5);
        assertThat(groups.throttledNanos()).hasValue(700);
        assertThat(groups.throttledPeriods()).hasValue(2);
        assertThat(groups.memoryLimitBytes()).isEmpty();
    }

    @Test
    void quotaMemoryAndCountersAreReadInVersion2() throws IOException {
        mounted("30 20 0:1 / " + folder.resolve("unified") + " rw - cgroup2 cgroup2 rw", "0::/job");
        write("unified/job/cpu.max", "max 100000");
        write("unified/cpu.max", "50000 100000");
        write("unified/job/memory.max", "1073741824");
        write("unified/memory.max", "max");
        write("unified/job/cpu.stat", "usage_usec 9\nnr_throttled 4\nthrottled_usec 3\n");
        write("unified/job/memory.events", "low 0\noom 1\noom_kill 1\n");

        ControlGroups groups = ControlGroups.of(folder);

        assertThat(groups.coreQuota()).hasValue(0.5);
        assertThat(groups.memoryLimitBytes()).hasValue(1L << 30);
        assertThat(groups.throttledNanos()).hasValue(3000);
        assertThat(groups.throttledPeriods()).hasValue(4);
        assertThat(groups.memoryKills()).hasValue(1);
    }

    @Test
    void insideAContainerTheMountShowsThePartBelowItsRoot() throws IOException {
        mounted(
                "30 20 0:1 /docker/abc " + folder.resolve("memory") + " rw - cgroup cgroup rw,memory",
                "9:memory:/docker/abc/inner");
        write("memory/inner/memory.limit_in_bytes", "1000000");
        write("memory/memory.limit_in_bytes", "9223372036854771712");

        assertThat(ControlGroups.of(folder).memoryLimitBytes()).hasValue(1_000_000);
    }

    @Test
    void pressureIsThatOfTheInnermostGroupWithALimit() throws IOException {
        mounted("30 20 0:1 / " + folder.resolve("unified") + " rw - cgroup2 cgroup2 rw", "0::/a/b");
        for (String group : List.of("a/b/", "a/", "")) {
            write("unified/" + group + "cpu.pressure", "some total=1");
        }
        write("unified/a/b/cpu.max", "max 100000");
        write("unified/a/b/memory.max", "max");

        assertThat(ControlGroups.of(folder).limitedWithPressure()).isEmpty();

        write("unified/a/memory.max", "4096");
        assertThat(ControlGroups.of(folder).limitedWithPressure()).contains(folder.resolve("unified/a"));
    }

    @Test
    void aGroupBesideTheMountedOneIsNotTakenForOneBelowIt() throws IOException {
        mounted(
                "30 20 0:1 /docker/a " + folder.resolve("memory") + " rw - cgroup cgroup rw,memory",
                "9:memory:/docker/ab");
        write("memory/b/memory.limit_in_bytes", "1000");
        write("memory/memory.limit_in_bytes", "5000");

        assertThat(ControlGroups.of(folder).memoryLimitBytes()).hasValue(5000);
    }

    @Test
    void limitsThatAreNoNumbersLimitNothing() throws IOException {
        mounted("30 20 0:1 / " + folder.resolve("unified") + " rw - cgroup2 cgroup2 rw", "0::/");
        write("unified/cpu.max", "much");
        write("unified/memory.max", "some");
        write("unified/cpu.stat", "throttled_usec none");

        assertThat(ControlGroups.of(folder).coreQuota()).isEmpty();
        assertThat(ControlGroups.of(folder).memoryLimitBytes()).isEmpty();
        assertThat(ControlGroups.of(folder).throttledNanos()).isEmpty();
        assertThat(ControlGroups.of(folder).throttledPeriods()).isEmpty();
    }

    @Test
    void withoutControlGroupsNothingIsSaid() {
        ControlGroups groups = ControlGroups.of(folder);

        assertThat(groups.coreQuota()).isEmpty();
        assertThat(groups.memoryLimitBytes()).isEmpty();
        assertThat(groups.throttledNanos()).isEmpty();
        assertThat(groups.memoryKills()).isEmpty();
    }

    @Test
    void aListOfProcessorsIsCounted() {
        assertThat(CpuList.count("0")).isEqualTo(1);
        assertThat(CpuList.count("0-3,8,10-11")).isEqualTo(7);
    }

    private void mounted(String mount, String group) throws IOException {
        Files.writeString(folder.resolve("mountinfo"), "21 1 8:1 / / rw - ext4 /dev/sda1 rw\n" + mount + "\n");
        Files.writeString(folder.resolve("cgroup"), "1:name=systemd:/\n" + group + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text + "\n");
    }
}
