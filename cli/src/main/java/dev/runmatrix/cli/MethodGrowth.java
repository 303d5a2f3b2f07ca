// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.ProfileFindings.Group;
import dev.runmatrix.harness.result.ProfileFindings.Method;
import dev.runmatrix.harness.result.ProfileRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the processor time of a method differs between two profiles: its share of samples of each, times the processor seconds
 * of a fork.
 *
 * @param method class and method
 * @param firstSamples its own in the first profile
 * @param secondSamples its own in the second
 * @param firstSeconds processor seconds of a fork in the first
 * @param secondSeconds processor seconds of a fork in the second
 * @param errorSeconds twice the standard deviation that so few samples give the difference by chance
 */
record MethodGrowth(
        String method,
        long firstSamples,
        long secondSamples,
        double firstSeconds,
        double secondSeconds,
        double errorSeconds) {

    /** The differences of all methods, the largest first, whichever way; none where a profile has no samples or seconds. */
    static List<MethodGrowth> between(ProfileRecord first, ProfileRecord second) {
        if (first.cpuNanos().isEmpty() || second.cpuNanos().isEmpty()) {
            return List.of();
        }
        Map<String, Long> before = own(first);
        Map<String, Long> after = own(second);
        double secondsBefore = secondsOfSample(first);
        double secondsAfter = secondsOfSample(second);
        Set<String> methods = new TreeSet<>(before.keySet());
        methods.addAll(after.keySet());
        List<MethodGrowth> differences = new ArrayList<>();
        for (String method : methods) {
            long n = before.getOrDefault(method, 0L);
            long m = after.getOrDefault(method, 0L);
            double error = 2 * Math.sqrt(n * secondsBefore * secondsBefore + m * secondsAfter * secondsAfter);
            differences.add(new MethodGrowth(method, n, m, n * secondsBefore, m * secondsAfter, error));
        }
        differences.sort(Comparator.comparingDouble((MethodGrowth d) -> -Math.abs(d.seconds())));
        return differences;
    }

    /** What the second has more. */
    double seconds() {
        return secondSeconds - firstSeconds;
    }

    /** Whether chance alone makes so large a difference rarely. */
    boolean isTold() {
        return Math.abs(seconds()) > errorSeconds;
    }

    private static Map<String, Long> own(ProfileRecord profile) {
        Map<String, Long> own = new HashMap<>();
        profile.findings().work().map(Group::methods).orElse(List.of()).stream()
                .filter(method -> method.self() > 0)
                .forEach((Method method) -> own.put(method.name(), method.self()));
        return own;
    }

    private static double secondsOfSample(ProfileRecord profile) {
        long samples = profile.findings().work().map(Group::samples).orElse(0L);
        return samples == 0 ? 0 : profile.cpuNanos().orElse(0L) / 1e9 / samples;
    }
}
