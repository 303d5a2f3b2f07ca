// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a stored document as far as any machine can give them. What is beyond, damaged or made up, would end as a
 * sum that overflows or a chart without an end, far from the line that is to blame.
 */
final class StoredNumbers {

    /** A petabyte, more than 10 000 years of milliseconds. */
    private static final long MOST = 1_000_000_000_000_000L;

    /** Three years, of which a few dozen can be added up. */
    private static final long MOST_NANOS = 100_000_000_000_000_000L;

    /** Any number will do. */
    private static final String SEED = "seed";

    private static final List<String> NEVER_NEGATIVE = List.of("_nanos", "_bytes", "_cores", "_workers", "_rows");
    private static final List<String> NEVER_ZERO = List.of("granted_memory_bytes", "granted_cores");

    private static final int MOST_TOLD = 3;

    private StoredNumbers() {}

    /**
     * Refuses a document with a number that nothing can have measured.
     *
     * @param where file and line
     */
    static void require(String where, JsonNode json) throws UnreadableRunException {
        List<String> problems = new ArrayList<>();
        collect("", "", json, problems);
        if (!problems.isEmpty()) {
            String more = problems.size() > MOST_TOLD ? " and " + (problems.size() - MOST_TOLD) + " more" : "";
            throw new UnreadableRunException(where + ": "
                    + String.join(", ", problems.subList(0, Math.min(MOST_TOLD, problems.size()))) + more
                    + ": no machine measures that; the file is damaged, restore it from where it was written");
        }
    }

    private static void collect(String path, String key, JsonNode node, List<String> problems) {
        if (node.isNumber() && !isPossible(key, node.doubleValue())) {
            problems.add(path + " is " + node.asText());
        }
        node.properties()
                .forEach(entry -> collect(inside(path, entry.getKey()), entry.getKey(), entry.getValue(), problems));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "[" + i + "]", key, node.get(i), problems);
        }
    }

    private static String inside(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isPossible(String key, double value) {
        double most = key.endsWith("_nanos") ? MOST_NANOS : MOST;
        boolean small = key.equals(SEED) || Math.abs(value) <= most;
        boolean sign = value >= 0 || NEVER_NEGATIVE.stream().noneMatch(key::endsWith);
        return small && sign && (value != 0 || !NEVER_ZERO.contains(key));
    }
}
