// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryLimitTest {

    private static final long GIB = 1L << 30;

    @TempDir
    private Path root = Path.of("");

    @Test
    void theTightestLevelOfTheUnifiedGroupsCounts() throws IOException {
        file("proc/meminfo", "MemFree: 1 kB\nMemTotal:       16777216 kB\n");
        file("proc/self/cgroup", "0::/pod/container\n");
        file("sys/fs/cgroup/pod/container/memory.max", "max\n");
        file("sys/fs/cgroup/pod/memory.max", "1073741824\n");

        assertThat(limit().bytes()).hasValue(GIB);
    }

    @Test
    void aLimitOfVersionOneCountsAndItsNumberForNoneDoesNot() throws IOException {
        file("proc/self/cgroup", "5:cpu,cpuacct:/c\n4:memory:/c\n");
        file("sys/fs/cgroup/memory/c/memory.limit_in_bytes", "2147483648\n");
        file("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(limit().bytes()).hasValue(2 * GIB);
    }

    @Test
    void withoutALimitItIsWhatIsInstalled() throws IOException {
        file("proc/meminfo", "MemTotal:       1024 kB\n");
        file("proc/self/cgroup", "0::/\n");

        assertThat(limit().bytes()).hasValue(1024 * 1024);
    }

    @Test
    void whereNothingCanBeReadNothingIsSaid() {
        assertThat(limit().bytes()).isEmpty();
    }

    @Test
    void aGroupThatLeadsOutsideIsNotFollowed() throws IOException {
        file("proc/self/cgroup", "0::/../../../elsewhere\n");
        file("elsewhere/memory.max", "1\n");

        assertThat(limit().bytes()).isEmpty();
    }

    @Test
    void theHeapLeavesAQuarterOfATighterLimitToTheRest() {
        assertThat(Grant.heapWithin(GIB, 4 * GIB)).isEqualTo(GIB / 4 * 3);
        assertThat(Grant.heapWithin(Long.MAX_VALUE, 4 * GIB)).isEqualTo(4 * GIB);
    }

    private MemoryLimit limit() {
        return new MemoryLimit(root);
    }

    private void file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
