// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes of several cells that began in the same night, one night more or less: most likely one cause, so one message.
 *
 * @param firstNight number of the earliest of them
 * @param lastNight number of the latest, at most 2 more
 * @param shifts what changed, by cell
 * @param <K> what names a cell
 */
public record ShiftGroup<K>(long firstNight, long lastNight, Map<K, Shift> shifts) {

    /** A centre and one night on either side of it. */
    private static final long SPAN = 2;

    public ShiftGroup {
        shifts = Collections.unmodifiableMap(new LinkedHashMap<>(shifts));
    }

    /**
     * Groups the changes of a matrix.
     *
     * @param byCell what {@link ChangePoints} found, by cell
     * @return the earliest first
     * @param <K> what names a cell
     */
    public static <K> List<ShiftGroup<K>> of(Map<K, List<Shift>> byCell) {
        List<ShiftGroup<K>> groups = new ArrayList<>();
        Map<K, Shift> open = new LinkedHashMap<>();
        long first = 0;
        long last = 0;
        for (Found<K> found : rising(byCell)) {
            long night = found.shift.night();
            if (!open.isEmpty() && (night - first > SPAN || open.containsKey(found.cell))) {
                groups.add(new ShiftGroup<>(first, last, open));
                open.clear();
            }
            first = open.isEmpty() ? night : first;
            last = night;
            open.put(found.cell, found.shift);
        }
        if (!open.isEmpty()) {
            groups.add(new ShiftGroup<>(first, last, open));
        }
        return groups;
    }

    private static <K> List<Found<K>> rising(Map<K, List<Shift>> byCell) {
        return byCell.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(shift -> new Found<>(entry.getKey(), shift)))
                .sorted(Comparator.comparingLong(found -> found.shift.night()))
                .toList();
    }

    private record Found<K>(K cell, Shift shift) {}
}
