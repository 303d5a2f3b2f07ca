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

    private static final long NANOS_OF_DAY = 86_400_000_000_000L;

    private final Params params;
    private final String column;
    private final String type;

    InstantSql(Params params, StoredColumn stored) {
        this.params = params;
        column = stored.name();
        type = stored.type();
    }

    /** The day, counted from 1970-01-01, an INTEGER. */
    String day() {
        if (ColumnSql.isText(type)) {
            return "i.day";
        }
        if (hasNanos()) {
            // A cast to a date rounds the last nanoseconds of a day up, and a quotient is cut off towards zero.
            String quotient = nanos() + " // " + NANOS_OF_DAY;
            String down = params.firstEpochDay() >= 0 ? "" : " - (" + nanos() + " % " + NANOS_OF_DAY + " < 0)::BIGINT";
            return "(" + quotient + down + ")::INTEGER";
        }
        return "(" + inUtc() + "::DATE - DATE '1970-01-01')::INTEGER";
    }

    /** Nanoseconds since the day began, a BIGINT. */
    String nanoOfDay() {
        if (ColumnSql.isText(type)) {
            return "i.nano";
        }
        if (type.equals("DATE")) {
            return "0::BIGINT";
        }
        return hasNanos()
                ? nanos() + " - " + NANOS_OF_DAY + " * " + day()
                : "1000 * (epoch_us(" + inUtc() + ") - 86400000000 * " + day() + ")";
    }

    private String nanos() {
        return "epoch_ns(" + column + ")";
    }

    private boolean hasNanos() {
        return type.endsWith("_NS");
    }

    /** A timestamp without a zone, which means UTC here. */
    private String inUtc() {
        return switch (type) {
            case "TIMESTAMP WITH TIME ZONE" -> "make_timestamp(epoch_us(" + column + "))";
            case "TIMESTAMP_S", "TIMESTAMP_MS" -> column + "::TIMESTAMP";
            default -> column;
        };
    }

    /** What follows the files in the FROM clause. */
    String join() {
        return ColumnSql.isText(type) ? " JOIN " + TEXTS + " i ON i.text = " + column : "";
    }

    /** Which rows count, in terms that files' statistics can answer. */
    String condition() {
        List<String> conditions = new ArrayList<>(List.of(column + " IS NOT NULL"));
        if (!ColumnSql.isText(type)) {
            params.startDate().ifPresent(first -> addFirst(first, conditions));
            params.endDate().ifPresent(last -> addLast(last, conditions));
        }
        return String.join(" AND ", conditions);
    }

    private void addFirst(LocalDate first, List<String> conditions) {
        if (hasNanos() && first.isAfter(LAST_OF_NANOS)) {
            conditions.add("false");
        } else if (!hasNanos() || !first.isBefore(FIRST_OF_NANOS)) {
            conditions.add(column + " >= " + midnight(first));
        }
    }

    private void addLast(LocalDate last, List<String> conditions) {
        if (hasNanos() && last.isBefore(FIRST_OF_NANOS)) {
            conditions.add("false");
        } else if (!hasNanos() || !last.isAfter(LAST_OF_NANOS)) {
            conditions.add(column + " < " + midnight(last.plusDays(1)));
        }
    }

    private String midnight(LocalDate day) {
        return switch (type) {
            case "DATE" -> "DATE " + Sql.text(day.toString());
            case "TIMESTAMP WITH TIME ZONE" -> "TIMESTAMPTZ " + Sql.text(day + " 00:00:00+00");
            case "TIMESTAMPTZ_NS" -> "TIMESTAMPTZ_NS " + Sql.text(day + " 00:00:00+00");
            default -> type + " " + Sql.text(day + " 00:00:00");
        };
    }
}
