// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.profile;

import dev.runmatrix.harness.result.ThreadRole;
import java.util.List;

/** What threads of a JVM are for, by the names that a recording has of them. */
final class JavaThreads {

    private static final List<String> GARBAGE =
            List.of("GC ", "G1 ", "ZGC", "XWorker", "ZWorker", "Shenandoah", "VM Thread");
    private static final List<String> SERVICE = List.of(
            "JFR ",
            "Reference Handler",
            "Finalizer",
            "Common-Cleaner",
            "Signal Dispatcher",
            "Notification Thread",
            "Service Thread",
            "Attach Listener",
            "Monitor Deflation Thread",
            "Sweeper thread",
            "process reaper",
            "DestroyJavaVM",
            "VM Periodic Task Thread");

    private JavaThreads() {}

    static ThreadRole role(String name) {
        if (name.contains("CompilerThread")) {
            return ThreadRole.COMPILER;
        }
        if (GARBAGE.stream().anyMatch(name::startsWith)) {
            return ThreadRole.GARBAGE;
        }
        return SERVICE.stream().anyMatch(name::startsWith) ? ThreadRole.SERVICE : ThreadRole.WORK;
    }
}
