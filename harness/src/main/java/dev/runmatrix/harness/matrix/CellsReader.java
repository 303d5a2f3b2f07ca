// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which cells a rule is about: {@code "*"}, or axes and values as {@code --only} has them. */
final class CellsReader {

    private static final String EXAMPLES =
            "write \"*\" for all cells, or axis=value such as mode=streaming,max_workers=4";
    private static final int LONGEST = 1_000;

    private final NodeReader reader;
    private final List<String> axes;

    /**
     * A reader.
     *
     * @param axes the axes that may be named; empty where they are not known, and then any may
     */
    CellsReader(NodeReader reader, List<String> axes) {
        this.reader = reader;
        this.axes = List.copyOf(axes);
    }

    Optional<CellFilter> read(Node node, String at) {
        Optional<String> text = reader.text(node, at);
        if (text.filter(t -> t.length() > LONGEST).isPresent()) {
            return reader.complain(node, at, "is longer than " + LONGEST + " characters; write several rules");
        }
        return text.flatMap(t -> t.equals(CellFilter.ANY)
                ? Optional.of(CellFilter.ALL)
                : values(node, at, t).map(v -> new CellFilter(t, v)));
    }

    private Optional<Map<String, List<String>>> values(Node node, String at, String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                return reader.complain(node, at, "'" + pair + "' does not read axis=value; " + EXAMPLES);
            }
            String axis = pair.substring(0, equals).strip();
            if (!axes.isEmpty() && !axes.contains(axis)) {
                return reader.complain(
                        node,
                        at,
                        "'" + axis + "' is no axis of this matrix" + Suggestion.among(axis, axes, "axes are"));
            }
            values.computeIfAbsent(axis, key -> new ArrayList<>())
                    .add(pair.substring(equals + 1).strip());
        }
        return Optional.of(values);
    }
}
