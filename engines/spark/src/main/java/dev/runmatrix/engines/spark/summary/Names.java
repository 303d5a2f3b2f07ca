// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Several columns by their names, as Spark takes them. */
final class Names {

    private Names() {}

    static String[] of(String... names) {
        return names;
    }

    static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }
}
