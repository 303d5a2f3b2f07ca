// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A judged claim in words and numbers, the same for every page. */
public final class ClaimWords {

    private static final String AT_LEAST = "\u2265 ";
    private static final String AT_MOST = "\u2264 ";
    private static final int MOST_EVIDENCE = 4;

    private final ClaimResult result;
    private final ClaimLimit limit;
    private final Memory memory;

    public ClaimWords(ClaimResult result) {
        this.result = result;
        this.limit = result.claim().limit();
        this.memory = Memory.forLargest(Math.round(Stream.of(
                        Stream.of(result.decisive().value(), limit.atLeast(), limit.atMost())
                                .flatMap(Optional::stream),
                        result.decisive().evidence().stream().flatMap(e -> e.value().stream()))
                .flatMap(values -> values)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0)));
    }

    static String metric(GateMetric metric) {
        return switch (metric) {
            case WALL -> "wall";
            case CPU -> "CPU";
            case PEAK_RSS -> "peak RSS";
            case CORES_USED -> "cores used";
        };
    }

    static String rows(long rows) {
        return Units.counted(rows, "row", "rows");
    }

    static String number(double value) {
        return Units.trimmed(value, 2);
    }

    /** {@code ×0.321}, {@code 3.12}, {@code 1.94 GB}; a dash where nothing was measured. */
    public String value() {
        return result.decisive().value().map(this::shown).orElse(Units.DASH);
    }

    /** {@code [3.10–3.20]}; empty where there is none. */
    public String interval() {
        return result.decisive()
                .interval()
                .map(ends -> Units.brackets(Units.range(bare(ends.low()), bare(ends.high()))))
                .orElse("");
    }

    /** {@code ≥ 3.00}, {@code ≤ 4 GB}; both where there are two. */
    public String limit() {
        if (limit.unit() == ClaimLimit.Unit.OUTPUTS) {
            return "1 output";
        }
        if (limit.unit() == ClaimLimit.Unit.WITHIN) {
            return Units.TIMES + bare(limit.least()) + "\u2013" + bare(limit.most());
        }
        List<String> ends = new ArrayList<>();
        limit.atLeast().ifPresent(end -> ends.add(AT_LEAST + end(end)));
        limit.atMost().ifPresent(end -> ends.add(AT_MOST + end(end)));
        return String.join(", ", ends);
    }

    /** A limit keeps the digits that its author gave it. */
    private String end(double value) {
        return switch (limit.unit()) {
            case TIMES, WITHIN -> Units.TIMES + written(value);
            case TIMES_AS_FAST, OUTPUTS -> written(value);
            case SHARE -> Units.trimmed(100 * value, 4) + Units.SPACE + "%";
            case SECONDS -> Units.trimmed(value, 3) + Units.SPACE + timeUnit();
            case BYTES -> memory.limit(Math.round(value));
            case CORES -> written(value) + Units.SPACE + "cores";
        };
    }

    private static String written(double value) {
        String two = Units.fixed(value, 2);
        return Double.compare(Double.parseDouble(two), value) == 0 ? two : Units.trimmed(value, 6);
    }

    private String timeUnit() {
        return result.claim().metric().filter(m -> m == GateMetric.CPU).isPresent() ? "core\u2011s" : "s";
    }

    private String shown(double value) {
        return switch (limit.unit()) {
            case TIMES, WITHIN -> Units.TIMES + bare(value);
            case TIMES_AS_FAST -> bare(value);
            case OUTPUTS -> Units.counted(Math.round(value), "output", "outputs");
            case SHARE -> bare(value) + Units.SPACE + "%";
            case SECONDS -> bare(value) + Units.SPACE + timeUnit();
            case BYTES -> memory.withUnit(Math.round(value));
            case CORES -> bare(value) + Units.SPACE + "cores";
        };
    }

    /** A number of this claim without its unit. */
    private String bare(double value) {
        return switch (limit.unit()) {
            case TIMES, WITHIN -> Units.ratio(value).substring(Units.TIMES.length());
            case TIMES_AS_FAST -> Units.speedUp(value);
            case OUTPUTS -> Units.count(Math.round(value));
            case SHARE -> Units.percent(value).replace(Units.SPACE + "%", "");
            case SECONDS -> Units.seconds(value);
            case BYTES -> memory.number(Math.round(value));
            case CORES -> Units.cores(value);
        };
    }

    /** {@code wall of C05 ÷ wall of C09: C05 96.4 s (median of 6), C09 30.9 s (median of 6)}, and what decided. */
    public String measured() {
        ClaimCase decisive = result.decisive();
        String evidence = decisive.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(this::evidence)
                .collect(Collectors.joining(", "));
        int more = decisive.evidence().size() - MOST_EVIDENCE;
        String numbers = evidence.isEmpty()
                ? ""
                : ": " + evidence + (more > 0 ? " and " + Units.counted(more, "more cell", "more cells") : "");
        String formula = decisive.formula() + numbers;
        return formula + (formula.isEmpty() ? "" : "; ") + decisive.reason();
    }

    private String evidence(ClaimEvidence evidence) {
        String n = Units.counted(evidence.forks(), "fork", "forks");
        if (evidence.what().equals(ClaimEvidence.OUTPUTS)) {
            return evidence.cell() + " "
                    + evidence.value().map(v -> Units.count(Math.round(v))).orElse(Units.DASH) + " of " + n;
        }
        String value = evidence.value().map(this::amount).orElse(Units.DASH);
        return evidence.cell() + " " + value + " (" + evidence.what() + " of " + n + ")";
    }

    private String amount(double value) {
        return switch (result.claim().metric().orElseThrow()) {
            case WALL -> Units.secondsWithUnit(value);
            case CPU -> Units.coreSeconds(value);
            case PEAK_RSS -> memory.withUnit(Math.round(value));
            case CORES_USED -> Units.cores(value) + " cores";
        };
    }

    /** {@code 3 of 4 cells or pairs}: how many cases hold; empty for a claim about one. */
    public String basis() {
        if (result.cases() < 2) {
            return "";
        }
        boolean pairs = result.decisive().evidence().size() > 1
                || !result.claim().versus().isEmpty();
        String noun = switch (result.claim().kind()) {
            case BOUND -> "cells";
            case RATIO -> "pairs";
            case EQUALITY -> pairs && result.claim().metric().isPresent() ? "pairs" : "inputs";
            case GROWTH, SCALING -> "settings";
        };
        return Units.count(result.passing()) + " of " + Units.count(result.cases()) + " " + noun + " pass";
    }

    /** What was promised beyond the limit: {@code stated 3–4}; empty where nothing was. */
    public String stated() {
        return limit.stated()
                .map(most -> "stated "
                        + Units.range(limit.atLeast().map(ClaimWords::number).orElse(""), number(most)))
                .orElse("");
    }

    /** All of it in a sentence, for a reader who sees nothing else. */
    public String sentence() {
        String interval = interval().isEmpty() ? "" : " " + interval();
        String stated = stated().isEmpty() ? "" : " (" + stated() + ")";
        String basis = basis().isEmpty() ? "" : "; " + basis();
        String value = result.decisive().value().isPresent() ? value() + interval + ", limit " : "limit ";
        return value + limit() + stated + "; " + measured() + basis;
    }
}
