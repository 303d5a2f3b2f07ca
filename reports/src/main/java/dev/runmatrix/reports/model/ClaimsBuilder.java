// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.chart.ClaimBar;
import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.claim.ClaimOutcome;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.claim.ClaimWords;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes up the claims of the matrix. */
final class ClaimsBuilder {

    private static final int NAMED = 8;
    private static final double DRAWABLE = 1e15;

    private final Scope scope;
    private final ClaimReport report;

    ClaimsBuilder(Scope scope, ClaimReport report) {
        this.scope = scope;
        this.report = report;
    }

    Claims build() {
        List<Claims.Row> rows = report.results().stream().map(this::row).toList();
        return new Claims(Text.of(rows.isEmpty() ? "This matrix states no claims." : lead()), rows);
    }

    /** {@code 3 PASS, 1 FAIL; FAIL: K2.}, with the names of those that fail while they are few. */
    static String brief(ClaimReport report) {
        List<String> failed = report.results().stream()
                .filter(result -> result.outcome() == ClaimOutcome.FAIL)
                .map(ClaimResult::id)
                .toList();
        boolean named = !failed.isEmpty() && failed.size() <= NAMED;
        return counts(report) + (named ? "; FAIL: " + Wording.list(failed) + "." : ".");
    }

    private static String counts(ClaimReport report) {
        return Stream.of(ClaimOutcome.PASS, ClaimOutcome.FAIL, ClaimOutcome.CANNOT_TELL, ClaimOutcome.NOT_MEASURED)
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> Units.count(report.count(outcome)) + " " + outcome.word())
                .collect(Collectors.joining(", "));
    }

    private String lead() {
        int all = report.results().size();
        return Units.counted(all, "claim", "claims") + ": " + counts(report)
                + ". PASS: the whole 95" + Units.SPACE
                + "% interval, in brackets, meets the limit; FAIL: all of it misses"
                + " it. A limit of memory is one for every fork; ratios are of medians. A claim about several cells holds for all of"
                + " them; the cell that decides is shown.";
    }

    private Claims.Row row(ClaimResult result) {
        ClaimWords words = new ClaimWords(result);
        String where = Stream.of(result.claim().where().orElse(""), words.stated())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
        return new Claims.Row(
                result.id(),
                new Tag(result.outcome().word(), tone(result.outcome())),
                result.claim().name(),
                words.value(),
                words.interval(),
                words.limit(),
                bar(result, words),
                words.measured() + ceiling(result),
                where,
                words.basis(),
                result.claim().gate());
    }

    /** What more than this machine can give is no fault of the setting: all cores busy with the same work. */
    private String ceiling(ClaimResult result) {
        ClaimLimit limit = result.claim().limit();
        if (limit.unit() != ClaimLimit.Unit.TIMES_AS_FAST
                || result.decisive().evidence().size() < 2) {
            return "";
        }
        String base = result.decisive().evidence().get(0).cell();
        return scope.run().cells().stream()
                .filter(cell -> cell.name().equals(base))
                .flatMap(cell -> cell.numbers().stream())
                .map(CellNumbers::shown)
                .findFirst()
                .filter(shown -> limit.least() * shown.cores() > scope.grantedCores())
                .map(shown -> "; " + base + " used " + Units.cores(shown.cores()) + " of "
                        + Units.grantedCores(scope.grantedCores())
                        + " granted cores, so that busy cores alone give at most "
                        + Units.speedUp(scope.grantedCores() / shown.cores()) + " on this machine")
                .orElse("");
    }

    private static Tag.Tone tone(ClaimOutcome outcome) {
        return switch (outcome) {
            case PASS -> Tag.Tone.GOOD;
            case FAIL -> Tag.Tone.BAD;
            case CANNOT_TELL -> Tag.Tone.DOUBTFUL;
            case NOT_MEASURED -> Tag.Tone.QUIET;
        };
    }

    private static Optional<Drawing> bar(ClaimResult result, ClaimWords words) {
        return result.decisive()
                .value()
                .filter(value -> value <= DRAWABLE)
                .map(value -> ClaimBar.draw(new ClaimBar.Mark(
                        result.id(),
                        result.id() + ": " + words.value() + " " + words.interval() + ", limit " + words.limit(),
                        value,
                        result.decisive().interval().map(ClaimsBuilder::range),
                        end(result.claim().limit().least()),
                        end(result.claim().limit().most()),
                        result.outcome() == ClaimOutcome.FAIL)));
    }

    private static Range range(Interval interval) {
        return new Range(interval.low(), Math.min(interval.high(), DRAWABLE));
    }

    private static Optional<Double> end(double limit) {
        return Double.isInfinite(limit) || limit > DRAWABLE ? Optional.empty() : Optional.of(limit);
    }
}
