// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import java.util.Optional;
import java.util.Set;

/** How a column of a type is read as what it should hold. Absent where the type cannot hold that. */
final class ColumnSql {

    private static final Set<String> WHOLE =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT");
    private static final Set<String> TEXT = Set.of("VARCHAR", "BLOB", "JSON");
    private static final String TEXT_MAP = "MAP(VARCHAR, VARCHAR)";
    private static final Set<String> TIMESTAMPS = Set.of(
            "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ_NS");

    private ColumnSql() {}

    /** Text of a name. */
    static Optional<String> name(StoredColumn stored) {
        String column = stored.name();
        String type = stored.type();
        if (TEXT.contains(type)) {
            return Optional.of(column);
        }
        return WHOLE.contains(type) ? Optional.of(column + "::VARCHAR") : Optional.empty();
    }

    /** Text of labels. */
    static Optional<String> labels(StoredColumn stored) {
        String column = stored.name();
        String type = stored.type();
        if (TEXT.contains(type)) {
            return Optional.of(column);
        }
        return type.equals(TEXT_MAP) ? Optional.of("coalesce(to_json(" + column + ")::VARCHAR, '')") : Optional.empty();
    }

    /**
     * A double.
     *
     * @param onlyFinite whether values that are not finite are to be null
     */
    static Optional<String> number(StoredColumn stored, boolean onlyFinite) {
        String column = stored.name();
        String type = stored.type();
        if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            String number = type.equals("DOUBLE") ? column : column + "::DOUBLE";
            return Optional.of(onlyFinite ? "CASE WHEN isfinite(" + column + ") THEN " + number + " END" : number);
        }
        return WHOLE.contains(type) || type.startsWith("DECIMAL") ? Optional.of(column + "::DOUBLE") : Optional.empty();
    }

    /** Whether an instant is text, of which only Java knows what it means. */
    static boolean isText(String type) {
        return TEXT.contains(type);
    }

    static boolean isTimestamp(String type) {
        return TIMESTAMPS.contains(type);
    }

    static boolean isInstant(String type) {
        return isText(type) || isTimestamp(type) || type.equals("DATE");
    }
}
