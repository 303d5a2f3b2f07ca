// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.params.Params;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How the instants of a file are read and which of them count. */
final class InstantSql {

    /** The column of every table. */
    static final String COLUMN = "interval_start";

    /** The table that says what texts mean: those that are readable and in range. */
    static final String TEXTS = "instant_texts";

    /** Timestamps of nanoseconds hold no other years in full. */
    private static final LocalDate FIRST_OF_NANOS = LocalDate.of(1678, 1, 1);

    private static final LocalDate LAST_OF_NANOS = LocalDate.of(2261, 12, 31);

    private final Params params;

    InstantSql(Params params) {
        this.params = params;
    }

    /** The day, a DATE. */
    String day(String type) {
        if (ColumnSql.isText(type)) {
            return "i.day";
        }
        return type.equals("DATE") ? COLUMN : plain(type) + "::DATE";
    }

    /** Nanoseconds since the day began, a BIGINT. */
    String nanoOfDay(String type) {
        if (ColumnSql.isText(type)) {
            return "i.nano";
        }
        if (type.equals("DATE")) {
            return "0::BIGINT";
        }
        String days = "(" + day(type) + " - DATE '1970-01-01')";
        return type.equals("TIMESTAMP_NS")
                ? "epoch_ns(" + COLUMN + ") - 86400000000000 * " + days
                : "1000 * (epoch_us(" + plain(type) + ") - 86400000000 * " + days + ")";
    }

    /** A timestamp that a cast to a date takes for UTC. */
    private static String plain(String type) {
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> "make_timestamp(epoch_us(" + COLUMN + "))";
            case "TIMESTAMP_S", "TIMESTAMP_MS" -> COLUMN + "::TIMESTAMP";
            default -> COLUMN;
        };
    }

    /** What follows the files in the FROM clause. */
    static String join(String type) {
        return ColumnSql.isText(type) ? " JOIN " + TEXTS + " i ON i.text = " + COLUMN : "";
    }

    /** Which rows count, in terms that files' statistics can answer. */
    String condition(String type) {
        List<String> conditions = new ArrayList<>(List.of(COLUMN + " IS NOT NULL"));
        if (!ColumnSql.isText(type)) {
            params.startDate().ifPresent(first -> addFirst(first, type, conditions));
            params.endDate().ifPresent(last -> addLast(last, type, conditions));
        }
        return String.join(" AND ", conditions);
    }

    private static void addFirst(LocalDate first, String type, List<String> conditions) {
        boolean nanos = type.equals("TIMESTAMP_NS");
        if (nanos && first.isAfter(LAST_OF_NANOS)) {
            conditions.add("false");
        } else if (!nanos || !first.isBefore(FIRST_OF_NANOS)) {
            conditions.add(COLUMN + " >= " + midnight(first, type));
        }
    }

    private static void addLast(LocalDate last, String type, List<String> conditions) {
        boolean nanos = type.equals("TIMESTAMP_NS");
        if (nanos && last.isBefore(FIRST_OF_NANOS)) {
            conditions.add("false");
        } else if (!nanos || !last.isAfter(LAST_OF_NANOS)) {
            conditions.add(COLUMN + " < " + midnight(last.plusDays(1), type));
        }
    }

    private static String midnight(LocalDate day, String type) {
        return switch (type) {
            case "DATE" -> "DATE " + Sql.text(day.toString());
            case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMPTZ " + Sql.text(day + " 00:00:00+00");
            default -> type + " " + Sql.text(day + " 00:00:00");
        };
    }
}
