// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the folders of a process's control group.
 *
 * @see <a href="https://man7.org/linux/man-pages/man7/cgroups.7.html">cgroups(7)</a>
 */
final class ControlGroupPath {

    private ControlGroupPath() {}

    /**
     * The folders of the group that manages a resource, the process's own first and the mount point last.
     *
     * @param mounts lines of {@code /proc/PID/mountinfo}
     * @param groups lines of {@code /proc/PID/cgroup}
     */
    static List<Path> levels(List<String> mounts, List<String> groups, String controller) {
        return levelsOf(mounts, groups, controller)
                .or(() -> levelsOf(mounts, groups, ""))
                .orElse(List.of());
    }

    private static Optional<List<Path>> levelsOf(List<String> mounts, List<String> groups, String controller) {
        Optional<Mount> mount = mounts.stream()
                .map(Mount::parse)
                .flatMap(Optional::stream)
                .filter(m -> m.manages(controller))
                .findFirst();
        Optional<String> group = groups.stream()
                .map(line -> line.split(":", 3))
                .filter(parts ->
                        parts.length == 3 && List.of(parts[1].split(",", -1)).contains(controller))
                .map(parts -> parts[2])
                .findFirst();
        return mount.flatMap(m -> group.map(m::levels));
    }

    /**
     * A mounted hierarchy.
     *
     * @param root the group that the mount point shows; not {@code /} inside many containers
     * @param point where it is mounted
     * @param controllers what it manages; empty text for the unified hierarchy
     */
    private record Mount(String root, Path point, List<String> controllers) {

        static Optional<Mount> parse(String line) {
            String[] sides = line.split(" - ", 2);
            String[] place = sides[0].split(" ", -1);
            String[] kind = sides.length == 2 ? sides[1].split(" ", -1) : new String[0];
            if (place.length < 5 || kind.length < 3 || !kind[0].startsWith("cgroup")) {
                return Optional.empty();
            }
            List<String> controllers = kind[0].equals("cgroup2") ? List.of("") : List.of(kind[2].split(",", -1));
            return Optional.of(new Mount(place[3], Path.of(place[4]), controllers));
        }

        boolean manages(String controller) {
            return controllers.contains(controller);
        }

        List<Path> levels(String group) {
            boolean shown = root.equals("/") || group.equals(root) || group.startsWith(root + "/");
            String below = shown && !root.equals("/") ? group.substring(root.length()) : shown ? group : "";
            Path level = point.resolve(below.startsWith("/") ? below.substring(1) : below)
                    .normalize();
            List<Path> levels = new ArrayList<>();
            while (level != null && level.startsWith(point)) {
                levels.add(level);
                level = level.getParent();
            }
            return levels;
        }
    }
}
