// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadRolesTest {

    @Test
    void theVmThreadCollectsWhereNobodyElseDoes() {
        assertThat(role(List.of("java", "VM Thread"), "VM Thread")).isEqualTo(ThreadRole.GARBAGE);
        assertThat(role(List.of("VM Thread", "GC Thread#0"), "VM Thread")).isEqualTo(ThreadRole.SERVICE);
        assertThat(role(List.of("VM Thread", "GC Thread#0"), "GC Thread#0")).isEqualTo(ThreadRole.GARBAGE);
    }

    @Test
    void threadsOfAJvmAreToldByTheirNames() {
        List<String> names = List.of("VM Thread", "C1 CompilerThre", "VM Periodic Tas", "aggregate-1", "java");
        assertThat(role(names, "C1 CompilerThre")).isEqualTo(ThreadRole.COMPILER);
        assertThat(role(names, "VM Periodic Tas")).isEqualTo(ThreadRole.SERVICE);
        assertThat(role(names, "aggregate-1")).isEqualTo(ThreadRole.WORK);
        assertThat(role(names, "java")).isEqualTo(ThreadRole.WORK);
        assertThat(ThreadRoles.of(names).of("java", false, false, 999_999, 1_000_000_000))
                .isEqualTo(ThreadRole.SERVICE);
        assertThat(ThreadRoles.of(names).of("java", true, false, 900_000_000, 1_000_000_000))
                .isEqualTo(ThreadRole.SERVICE);
    }

    @Test
    void allThreadsOfAnotherProgramWorkButAShellThatWaits() {
        ThreadRoles shell = ThreadRoles.of(List.of("sh"));
        assertThat(shell.of("sh", true, true, 499, 1000)).isEqualTo(ThreadRole.SERVICE);
        assertThat(shell.of("sh", true, true, 500, 1000)).isEqualTo(ThreadRole.WORK);
        assertThat(shell.of("sh", true, false, 0, 1000)).isEqualTo(ThreadRole.WORK);
        assertThat(ThreadRoles.of(List.of("duckdb", "duckdb")).of("duckdb", true, true, 0, 1000))
                .isEqualTo(ThreadRole.WORK);
        assertThat(role(List.of("GC Thread#0"), "GC Thread#0")).isEqualTo(ThreadRole.WORK);
    }

    private static ThreadRole role(List<String> names, String name) {
        return ThreadRoles.of(names).of(name, false, false, 50_000_000, 1_000_000_000);
    }
}
