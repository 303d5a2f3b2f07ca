// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The axes without effect in a setting. In memory there are no chunks, so their size and parallelism mean nothing;
 * streaming one chunk at a time has no use for more than one worker. The mode that chooses all settings is measured as it
 * chooses them, so that it is one cell beside those among which it chooses.
 */
final class IgnoredAxes {

    private IgnoredAxes() {}

    static Set<String> of(Map<String, String> setting) {
        String mode = setting.getOrDefault(Axis.MODE.key(), "");
        if (mode.equals(Axis.IN_MEMORY)) {
            return Set.of(Axis.PARALLEL_CHUNKS.key(), Axis.CHUNK_SIZE.key());
        }
        if (mode.equals(Axis.AUTO)) {
            return Set.of(
                    Axis.PARALLEL_CHUNKS.key(),
                    Axis.MAX_WORKERS.key(),
                    Axis.CHUNK_SIZE.key(),
                    Axis.PARALLEL_READERS.key());
        }
        boolean parallel = "true".equals(setting.get(Axis.PARALLEL_CHUNKS.key()));
        return mode.equals(Axis.STREAMING) && !parallel ? Set.of(Axis.MAX_WORKERS.key()) : Set.of();
    }

    /** The part of a setting that has an effect. Settings with the same part are measured as one cell. */
    static Map<String, String> effective(Map<String, String> setting) {
        Map<String, String> effective = new LinkedHashMap<>(setting);
        effective.keySet().removeAll(of(setting));
        return effective;
    }

    /** The value that a cell keeps of an axis without effect: the largest number, or the first of other values. */
    static String kept(List<String> values) {
        List<String> ranked = new ArrayList<>(values);
        if (ranked.stream().allMatch(v -> v.matches("\\d{1,18}"))) {
            ranked.sort((a, b) -> Long.compare(Long.parseLong(b), Long.parseLong(a)));
        }
        return ranked.get(0);
    }
}
