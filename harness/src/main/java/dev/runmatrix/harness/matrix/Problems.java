// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Gathers what is wrong while a file is read, each fault once, and remembers where its parts stand. */
final class Problems {

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();
    private final Map<String, String> marks = new HashMap<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node at, String key, String what) {
        found.add(new Problem(file + ":" + mark(at), key.isEmpty() ? what : key + ": " + what));
    }

    void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    List<Problem> list() {
        return new ArrayList<>(found);
    }

    String file() {
        return file;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() throws ConfigException {
        if (!found.isEmpty()) {
            throw new ConfigException(list());
        }
    }

    /** Notes where a part of the matrix stands, for problems that show only once it is expanded. */
    void locate(Node node, String path) {
        marks.put(path, mark(node));
    }

    Locations locations() {
        return new Locations(file, marks);
    }

    /** Line and column of a node, both from 1. */
    static String mark(Node node) {
        return node.getStartMark()
                .map(m -> (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse("1:1");
    }
}
