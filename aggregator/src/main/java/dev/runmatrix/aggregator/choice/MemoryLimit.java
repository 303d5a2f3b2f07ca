// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The memory that a process may take before the kernel ends it: the least of what is installed and of the limits of its
 * control groups, version 1 or 2. Read from files, as asking the JVM takes longer than choosing.
 */
final class MemoryLimit {

    private final Path root;

    /**
     * The limit as the files below a folder tell it.
     *
     * @param root the root folder, but for tests
     */
    MemoryLimit(Path root) {
        this.root = root;
    }

    /** The limit in bytes; empty where none can be read. */
    OptionalLong bytes() {
        LongStream limits = levels().stream()
                .flatMapToLong(level -> LongStream.concat(
                        limit(level.resolve("memory.max")), limit(level.resolve("memory.limit_in_bytes"))));
        return LongStream.concat(installed(), limits).min();
    }

    private LongStream installed() {
        return lines(root.resolve("proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024);
    }

    /** A limit may stand on any level, from the process's own group up to where groups are mounted. */
    private List<Path> levels() {
        List<Path> levels = new ArrayList<>();
        for (String line : lines(root.resolve("proc/self/cgroup"))) {
            String[] parts = line.split(":", 3);
            if (parts.length == 3
                    && (parts[1].isEmpty() || List.of(parts[1].split(",", -1)).contains("memory"))) {
                Path mount = root.resolve(parts[1].isEmpty() ? "sys/fs/cgroup" : "sys/fs/cgroup/memory");
                Path level = mount.resolve(parts[2].substring(Math.min(1, parts[2].length())))
                        .normalize();
                for (; level != null && level.startsWith(mount); level = level.getParent()) {
                    levels.add(level);
                }
            }
        }
        return levels;
    }

    /** Version 1 writes "no limit" as a number beyond any memory, version 2 as a word. */
    private static LongStream limit(Path file) {
        return lines(file).stream()
                .limit(1)
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            // Not Linux, or no such group: then this file says nothing.
            return List.of();
        }
    }
}
