// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that axes, exclude and include come to, with the meaning that GitHub Actions gives these three: exclude
 * removes every combination that a rule matches, in full or in part; then each entry of include, in order, extends the
 * combinations it does not contradict, or is a combination of its own.
 *
 * @param requested what is left, combinations of the axes first
 * @param excluded what a rule removed
 * @param idleRules indices of the exclude rules that removed nothing
 * @see <a href="https://docs.github.com/en/actions/using-jobs/using-a-matrix-for-your-jobs">Using a matrix for your
 *     jobs</a>
 */
record Combinations(List<Requested> requested, List<Excluded> excluded, Set<Integer> idleRules) {

    /**
     * A setting to be measured.
     *
     * @param setting axis to value
     * @param source path of the part of the file that asks for it
     */
    record Requested(Map<String, String> setting, String source) {}

    /**
     * A setting that is not to be measured.
     *
     * @param setting axis to value
     * @param rule index of the exclude rule
     */
    record Excluded(Map<String, String> setting, int rule) {}

    static Combinations of(
            Map<String, List<String>> axes, List<Map<String, String>> exclude, List<Map<String, String>> include) {
        List<Map<String, String>> originals = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        Set<Integer> idle = new TreeSet<>();
        for (int i = 0; i < exclude.size(); i++) {
            idle.add(i);
        }
        for (Map<String, String> combination : crossProduct(axes)) {
            int rule = firstMatch(exclude, combination, idle);
            if (rule < 0) {
                originals.add(combination);
            } else {
                excluded.add(new Excluded(combination, rule));
            }
        }
        return new Combinations(included(originals, include, axes.keySet()), excluded, idle);
    }

    /** Number of combinations of the axes, {@link Long#MAX_VALUE} where it does not fit. */
    static long size(Map<String, List<String>> axes) {
        long size = axes.isEmpty() ? 0 : 1;
        for (List<String> values : axes.values()) {
            long high = Math.multiplyHigh(size, values.size());
            size = high == 0 && size * values.size() >= 0 ? size * values.size() : Long.MAX_VALUE;
        }
        return size;
    }

    private static List<Map<String, String>> crossProduct(Map<String, List<String>> axes) {
        List<Map<String, String>> product = new ArrayList<>();
        if (!axes.isEmpty()) {
            product.add(Map.of());
        }
        for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> prefix : product) {
                for (String value : axis.getValue()) {
                    Map<String, String> extended = new LinkedHashMap<>(prefix);
                    extended.put(axis.getKey(), value);
                    longer.add(extended);
                }
            }
            product = longer;
        }
        return product;
    }

    private static int firstMatch(List<Map<String, String>> rules, Map<String, String> setting, Set<Integer> idle) {
        int first = -1;
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (setting.entrySet().containsAll(rules.get(i).entrySet())) {
                idle.remove(i);
                first = i;
            }
        }
        return first;
    }

    private static List<Requested> included(
            List<Map<String, String>> originals, List<Map<String, String>> include, Set<String> axes) {
        List<Map<String, String>> extended = new ArrayList<>();
        originals.forEach(o -> extended.add(new LinkedHashMap<>(o)));
        List<Requested> own = new ArrayList<>();
        for (int entry = 0; entry < include.size(); entry++) {
            Map<String, String> added = include.get(entry);
            boolean used = false;
            for (int i = 0; i < originals.size(); i++) {
                if (agrees(originals.get(i), added, axes)) {
                    extended.get(i).putAll(added);
                    used = true;
                }
            }
            if (!used) {
                own.add(new Requested(added, "include[" + entry + "]"));
            }
        }
        List<Requested> all = new ArrayList<>();
        extended.forEach(setting -> all.add(new Requested(setting, "axes")));
        all.addAll(own);
        return all;
    }

    private static boolean agrees(Map<String, String> original, Map<String, String> added, Set<String> axes) {
        return added.entrySet().stream()
                .filter(e -> axes.contains(e.getKey()))
                .allMatch(e -> e.getValue().equals(original.get(e.getKey())));
    }
}
