// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must be changed in the reference configuration to get another one. */
final class Change {

    private static final Pattern PLAIN_YAML = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

    private static final String SECTION = "performance";

    private final Map<String, String> before = new LinkedHashMap<>();
    private final Map<String, String> after = new LinkedHashMap<>();

    Change(Optional<CellAnalysis> reference, Optional<CellAnalysis> wanted) {
        if (reference.isPresent() && wanted.isPresent()) {
            PlannedCell from = reference.get().planned();
            PlannedCell to = wanted.get().planned();
            for (String axis : to.cell().axes().keySet()) {
                if (!axis.equals(CellAnalysis.DATASET) && !to.ignored().contains(axis)) {
                    to.cell().get(axis).ifPresent(v -> after.put(axis, v));
                    from.cell().get(axis).ifPresent(v -> before.put(axis, v));
                }
            }
        }
    }

    boolean isEmpty() {
        return changed().isEmpty();
    }

    private List<Map.Entry<String, String>> changed() {
        return after.entrySet().stream()
                .filter(e -> !e.getValue().equals(before.get(e.getKey())))
                .toList();
    }

    /** How many settings differ. */
    int count() {
        return changed().size();
    }

    /** {@code Set a: x and b: y.} */
    Text imperative() {
        return named(Text.of("Set ")).plain(".");
    }

    /** The changed settings behind a text. */
    Text named(Text lead) {
        Text text = lead;
        List<Map.Entry<String, String>> axes = changed();
        for (int i = 0; i < axes.size(); i++) {
            String joint = i == 0 ? "" : i == axes.size() - 1 ? " and " : ", ";
            text = text.plain(joint)
                    .code(axes.get(i).getKey() + ": " + axes.get(i).getValue());
        }
        return text;
    }

    /** The change as a diff; settings of the aggregator stand in the section in which its jobs are configured. */
    List<DiffLine> lines() {
        if (isEmpty()) {
            return List.of();
        }
        List<DiffLine> lines = new ArrayList<>();
        boolean ours = after.keySet().stream().allMatch(axis -> Axis.of(axis).isPresent());
        String indent = ours ? "  " : "";
        if (ours) {
            lines.add(new DiffLine(" ", SECTION + ":"));
        }
        after.forEach((axis, value) -> {
            Optional<String> old = Optional.ofNullable(before.get(axis));
            if (old.filter(value::equals).isPresent()) {
                lines.add(new DiffLine(" ", indent + setting(axis, value)));
            } else {
                old.ifPresent(o -> lines.add(new DiffLine("-", indent + setting(axis, o))));
                lines.add(new DiffLine("+", indent + setting(axis, value)));
            }
        });
        return lines;
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder();
        lines().stream()
                .filter(l -> !l.isRemoved())
                .forEach(l -> yaml.append(l.text()).append('\n'));
        return yaml.toString();
    }

    static String setting(String axis, String value) {
        return scalar(axis) + ": " + scalar(value);
    }

    /** A YAML scalar on one line. */
    private static String scalar(String value) {
        if (PLAIN_YAML.matcher(value).matches()) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
        return quoted.append('"').toString();
    }
}
