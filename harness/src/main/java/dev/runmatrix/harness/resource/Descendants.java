// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The processes that a process has started, and those that these have started. Java's own way looks at every process of
 * the machine; the kernel's lists of children cost a twentieth of that where there are such.
 */
public final class Descendants {

    private static final Path PROC = Path.of("/proc");

    private Descendants() {}

    /** Ids of all live descendants of a process, without itself. */
    public static Set<Long> of(long pid) {
        return isListed(PROC, pid) ? of(PROC, pid) : ofJava(pid);
    }

    static Set<Long> of(Path proc, long pid) {
        Set<Long> found = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(Set.of(pid));
        while (!open.isEmpty()) {
            for (long child : children(proc.resolve(Long.toString(open.remove())))) {
                if (found.add(child)) {
                    open.add(child);
                }
            }
        }
        return found;
    }

    /** Whether this kernel lists children; it may be built without. */
    private static boolean isListed(Path proc, long pid) {
        return proc.resolve(pid + "/task/" + pid + "/children").toFile().exists();
    }

    /** Each thread has a list of those that it has started itself. */
    private static Set<Long> children(Path process) {
        Set<Long> children = new LinkedHashSet<>();
        Path tasks = process.resolve("task");
        for (String thread : KernelText.names(tasks)) {
            StringTokenizer ids = new StringTokenizer(KernelText.of(tasks.resolve(thread + "/children")));
            while (ids.hasMoreTokens()) {
                NamedCounter.number(ids.nextToken(), 0).ifPresent(children::add);
            }
        }
        return children;
    }

    private static Set<Long> ofJava(long pid) {
        Set<Long> found = new LinkedHashSet<>();
        ProcessHandle.of(pid)
                .ifPresent(process -> process.descendants().forEach(descendant -> found.add(descendant.pid())));
        return found;
    }
}
