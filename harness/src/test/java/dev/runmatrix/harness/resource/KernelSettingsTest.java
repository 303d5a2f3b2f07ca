// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSettingsTest {

    @TempDir
    private Path root = Path.of("");

    @Test
    void settingsAreReadFromTheKernelsFiles() throws IOException {
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
        write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        write("proc/meminfo", "MemTotal: 9 kB\nMemAvailable:   5 kB\nSwapTotal:  4 kB\nSwapFree: 1 kB\n");
        write("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu vme hypervisor lm\n");

        KernelSettings kernel = new KernelSettings(root);

        assertThat(kernel.governor()).contains("powersave");
        assertThat(kernel.transparentHugePages()).contains("madvise");
        assertThat(kernel.swapBytes()).hasValue(4096);
        assertThat(kernel.usedSwapBytes()).hasValue(3072);
        assertThat(kernel.availableMemoryBytes()).hasValue(5120);
        assertThat(kernel.virtualMachine()).contains(true);
    }

    @Test
    void noSwapIsNothingAndAMissingFileIsAbsent() throws IOException {
        write("proc/meminfo", "MemTotal: 9 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB\n");
        write("proc/cpuinfo", "flags\t: fpu\n");

        KernelSettings kernel = new KernelSettings(root);

        assertThat(kernel.swapBytes()).hasValue(0);
        assertThat(kernel.virtualMachine()).contains(false);
        assertThat(kernel.governor()).isEmpty();
        assertThat(kernel.transparentHugePages()).isEmpty();
        KernelSettings elsewhere = new KernelSettings(root.resolve("none"));
        assertThat(elsewhere.swapBytes()).isEmpty();
        assertThat(elsewhere.usedSwapBytes()).isEmpty();
        assertThat(elsewhere.virtualMachine()).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
