// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the run can be compared and repeated.
 *
 * @param machine hardware and software
 * @param measuring how forks were run and seen
 * @param noise what the rest of the machine did meanwhile
 * @param judging how numbers became verdicts
 */
public record Method(List<KeyValue> machine, List<KeyValue> measuring, List<KeyValue> noise, List<KeyValue> judging) {

    public Method {
        machine = List.copyOf(machine);
        measuring = List.copyOf(measuring);
        noise = List.copyOf(noise);
        judging = List.copyOf(judging);
    }

    /** All facts in order. */
    public List<KeyValue> all() {
        return Stream.of(machine, measuring, noise, judging)
                .flatMap(List::stream)
                .toList();
    }
}
