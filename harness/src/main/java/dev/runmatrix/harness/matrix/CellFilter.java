// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A choice of cells, {@code mode=streaming,max_workers=4}: all axes must agree, and an axis that is named twice may have
 * either value.
 *
 * @param argument the argument as the user typed it, {@code --only mode=streaming}; in a file the text that stands there
 * @param values axis to the values that it may have; empty: every cell is chosen
 */
public record CellFilter(String argument, Map<String, List<String>> values) {

    /** What stands for any cell, and within a value for any text. */
    static final String ANY = "*";

    /** Every cell. */
    public static final CellFilter ALL = new CellFilter(ANY, Map.of());

    /**
     * Reads one argument.
     *
     * @param flag {@code --only} or {@code --skip}
     */
    public static CellFilter parse(String flag, String text) throws ConfigException {
        String argument = flag + " " + text;
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new ConfigException(
                        argument, "'" + pair + "' does not read axis=value; write " + flag + " mode=streaming");
            }
            values.computeIfAbsent(pair.substring(0, equals).strip(), axis -> new ArrayList<>())
                    .add(pair.substring(equals + 1).strip());
        }
        return new CellFilter(argument, values);
    }

    boolean matches(Cell cell) {
        return values.entrySet().stream()
                .allMatch(
                        e -> cell.get(e.getKey()).filter(e.getValue()::contains).isPresent());
    }

    /** Whether this names one of the settings that a cell measures; here a {@code *} in a value stands for any text. */
    public boolean names(PlannedCell planned) {
        return Stream.concat(Stream.of(planned.cell()), planned.merged().stream())
                .anyMatch(this::names);
    }

    private boolean names(Cell cell) {
        return values.entrySet().stream()
                .allMatch(axis -> cell.get(axis.getKey())
                        .filter(value -> axis.getValue().stream().anyMatch(pattern -> isLike(value, pattern)))
                        .isPresent());
    }

    private static boolean isLike(String value, String pattern) {
        return Pattern.matches(Pattern.quote(pattern).replace(ANY, "\\E.*\\Q"), value);
    }
}
