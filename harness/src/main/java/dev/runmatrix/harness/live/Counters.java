// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import java.util.List;
import java.util.Optional;

/** Finds the value of a named line, as {@code status}, {@code io}, {@code cpu.stat} and {@code meminfo} have them. */
final class Counters {

    private Counters() {}

    /** What follows the name. */
    static Optional<String> text(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .filter(rest -> !rest.isEmpty())
                .findFirst();
    }

    /** The number that follows the name. */
    static Optional<Long> number(List<String> lines, String name) {
        return text(lines, name).map(rest -> rest.split(" ", 2)[0]).flatMap(Counters::number);
    }

    /** The same in bytes where the line says kB. */
    static Optional<Long> kiloBytes(List<String> lines, String name) {
        return number(lines, name).map(kilo -> kilo * 1024);
    }

    static Optional<Long> number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
