// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What a thread of a measured process is for. */
public enum ThreadRole {
    /** The program's own. */
    @JsonProperty("work")
    WORK,
    /** Collects garbage. The VM thread of a JVM without collector threads does that itself. */
    @JsonProperty("garbage")
    GARBAGE,
    /** Compiles machine code. */
    @JsonProperty("compiler")
    COMPILER,
    /** Serves the runtime, or waits for a child process. */
    @JsonProperty("service")
    SERVICE;

    /** The thread that every JVM has, and nothing else. */
    static final String VM_THREAD = "VM Thread";

    private static final List<String> COLLECTORS = List.of(
            "GC Thread",
            "G1 Main",
            "G1 Conc",
            "G1 Refine",
            "G1 Service",
            "ZWorker",
            "ZDriver",
            "ZDirector",
            "ZStat",
            "ZUncommitter",
            "XWorker",
            "XDriver",
            "Shenandoah",
            "Concurrent Mark");
    private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler", "JVMCI");
    private static final List<String> SERVANTS = List.of(
            "VM Periodic",
            "Signal Dispatch",
            "Finalizer",
            "Reference Handl",
            "Common-Cleaner",
            "Service Thread",
            "Monitor Deflat",
            "Notification",
            "Attach Listener",
            "Sweeper",
            "Cleaner-",
            "process reaper",
            "JFR ",
            "DestroyJavaVM");

    /**
     * The role of a thread of a JVM by its name.
     *
     * @param name as the kernel knows it, or as a recording has it, in full
     * @param collectorsSeen whether the JVM has threads that do nothing but collect garbage
     */
    public static ThreadRole ofJvmThread(String name, boolean collectorsSeen) {
        if (isCollector(name)) {
            return GARBAGE;
        }
        if (name.equals(VM_THREAD)) {
            return collectorsSeen ? SERVICE : GARBAGE;
        }
        if (startsWith(name, COMPILERS)) {
            return COMPILER;
        }
        return startsWith(name, SERVANTS) ? SERVICE : WORK;
    }

    static boolean isCollector(String name) {
        return startsWith(name, COLLECTORS);
    }

    /** How the stored run writes it. */
    public String word() {
        return switch (this) {
            case WORK -> "work";
            case GARBAGE -> "garbage";
            case COMPILER -> "compiler";
            case SERVICE -> "service";
        };
    }

    private static boolean startsWith(String name, List<String> beginnings) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
