// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row's cells read as what the summary needs them to be. */
record RowReading(Map<String, RawValue> cells) {
    RowReading {
        cells = Map.copyOf(cells);
    }

    Optional<Instant> interval() {
        return cell("interval_start").flatMap(value -> {
            if (value instanceof RawValue.Moment moment) {
                return Optional.of(moment.instant());
            }
            return value instanceof RawValue.Text text ? InstantText.read(text.text()) : Optional.empty();
        });
    }

    Optional<String> name(String column) {
        return cell(column).map(value -> {
            if (value instanceof RawValue.Whole digits) {
                return Long.toString(digits.number());
            }
            if (value instanceof RawValue.Text text) {
                return text.text();
            }
            throw new RefusedInput(column + " holds " + value);
        });
    }

    LabelText.Reading labels(String column) {
        Optional<RawValue> value = cell(column);
        if (value.isPresent() && value.get() instanceof RawValue.Labels map) {
            return new LabelText.Reading(map.labels(), false);
        }
        return LabelText.read(value.map(each -> {
            if (each instanceof RawValue.Text text) {
                return text.text();
            }
            throw new RefusedInput(column + " holds " + each);
        }));
    }

    /** The number, unless there is none or it is not finite. */
    Optional<Double> number(String column) {
        return written(column).filter(Double::isFinite);
    }

    /** How many of the columns hold NaN or an infinity. */
    long nonFinite(List<String> columns) {
        return columns.stream()
                .map(this::written)
                .flatMap(Optional::stream)
                .filter(number -> !Double.isFinite(number))
                .count();
    }

    private Optional<Double> written(String column) {
        return cell(column).map(value -> {
            if (value instanceof RawValue.Whole whole) {
                return (double) whole.number();
            }
            if (value instanceof RawValue.Decimal decimal) {
                return decimal.number().doubleValue();
            }
            if (value instanceof RawValue.Real real) {
                return real.number();
            }
            throw new RefusedInput(column + " holds " + value);
        });
    }

    private Optional<RawValue> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }
}
