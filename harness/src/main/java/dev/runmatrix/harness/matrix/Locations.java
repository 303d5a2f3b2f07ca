// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Map;

/**
 * Where the parts of a matrix stand in their file.
 *
 * @param file the file, as the user names it
 * @param marks path of a part ({@code exclude[0]}) to its {@code line:column}
 */
public record Locations(String file, Map<String, String> marks) {

    public Locations {
        marks = Map.copyOf(marks);
    }

    /** {@code run-matrix.yaml:31:5}, or the file alone for a part that it does not hold. */
    public String of(String path) {
        String mark = marks.get(path);
        return mark == null ? file : file + ":" + mark;
    }

    /** {@code run-matrix.yaml:31}: without directories, because it ends up in stored runs. */
    String line(String path) {
        String mark = marks.get(path);
        return mark == null ? fileName() : fileName() + ":" + mark.substring(0, mark.indexOf(':'));
    }

    /** The file without directories. */
    public String fileName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    Problem problem(String path, String what) {
        return new Problem(of(path), path + ": " + what);
    }
}
