// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runmatrix.reports.diagnosis.Finding;
import dev.runmatrix.reports.diagnosis.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A finding beside the numbers that it must have. Each part is told its numbers in their order, recomputed ones and limits;
 * a part of which nothing is told must be without a number.
 */
final class ToldFinding {

    private static final Pattern NUMBER = Pattern.compile(
            "[\u00d7+\u2212]?\\d+(?:,\\d{3})*(?:\\.\\d+)?" + "(?:\u00a0(?:%|s|\u00b5s|GB|MB/s|MB|core\u2011s))?");
    private static final double EXACT = 1e-11;

    private final Finding finding;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private Optional<Double> gain = Optional.empty();

    ToldFinding(JsonNode run, Finding finding) {
        this.finding = finding;
        parts.put("title", finding.title());
        parts.put("seen", finding.seen().toString());
        parts.put("cause", finding.cause().toString());
        parts.put("fix", finding.fix().toString());
        parts.put("evidence", finding.evidence());
        parts.put("refuted by", finding.refutedBy());
        for (JsonNode cell : run.at("/plan/cells")) {
            names.add(cell.get("name").asText());
        }
    }

    List<String> cells() {
        return finding.cells();
    }

    /** How many cells it is about, where they are too many to be named. */
    String[] crowd() {
        int cells = finding.cells().size();
        return cells > 8 ? new String[] {Printed.count(cells)} : new String[0];
    }

    /** The cell that its numbers are of. */
    ToldFinding of(RecordedCell main) {
        assertThat(finding.cells().get(0)).isEqualTo(main.name());
        return this;
    }

    /** Texts of the files that are quoted as they stand: the numbers in them are none of the finding's. */
    ToldFinding quoting(String... quoted) {
        names.addAll(0, Arrays.asList(quoted));
        return this;
    }

    ToldFinding title(Object... numbers) {
        return part("title", numbers);
    }

    ToldFinding seen(Object... numbers) {
        return part("seen", numbers);
    }

    ToldFinding cause(Object... numbers) {
        return part("cause", numbers);
    }

    ToldFinding fix(Object... numbers) {
        return part("fix", numbers);
    }

    ToldFinding evidence(Object... numbers) {
        return part("evidence", numbers);
    }

    ToldFinding refutedBy(Object... numbers) {
        return part("refuted by", numbers);
    }

    private ToldFinding part(String name, Object... numbers) {
        assertThat(parts).as("each part is told once").containsKey(name);
        assertThat(numbersOf(parts.getOrDefault(name, ""))).as(name).containsExactlyElementsOf(flat(numbers));
        parts.remove(name);
        return this;
    }

    private static List<String> flat(Object... numbers) {
        return Stream.of(numbers)
                .flatMap(number -> number instanceof String[] several ? Stream.of(several) : Stream.of((String) number))
                .toList();
    }

    private List<String> numbersOf(String text) {
        String rest = text;
        for (String name : names) {
            rest = rest.replace(name, "");
        }
        return NUMBER.matcher(rest).results().map(MatchResult::group).toList();
    }

    boolean isConfirmed() {
        return finding.confirmedBy().isPresent();
    }

    ToldFinding gain(double share) {
        return gainWhere(true, share);
    }

    ToldFinding gainWhere(boolean told, double share) {
        gain = told ? Optional.of(share) : Optional.empty();
        return this;
    }

    /** A number that is held against nothing. */
    ToldFinding measure(String name, RecordedCell cell, double value) {
        measures.add(Measure.of(name, cell.name(), value, Measure.Unit.COUNT));
        return this;
    }

    /** A number with its threshold. */
    ToldFinding measure(String name, RecordedCell cell, double value, double threshold) {
        measures.add(Measure.of(name, cell.name(), value, Measure.Unit.COUNT).atLeast(threshold));
        return this;
    }

    /** The three ratios of what is shown of two cells. */
    ToldFinding ratios(RecordedCell cell, RecordedCell base) {
        String pair = ", " + cell.name() + " \u00f7 " + base.name();
        return measure("wall ratio" + pair, cell, cell.wall() / base.wall())
                .measure("CPU work ratio" + pair, cell, cell.cpu() / base.cpu())
                .measure("cores used ratio" + pair, cell, cell.cores() / base.cores());
    }

    /** The ratio over all forks of two cells, and its ends. */
    ToldFinding overAll(RecordedCell cell, RecordedCell base) {
        double[] ends = Arithmetic.ends(cell.walls(), base.walls());
        String pair = ", " + cell.name() + " \u00f7 " + base.name();
        return measure("wall ratio over all forks" + pair, cell, Arithmetic.ratio(cell.walls(), base.walls()))
                .measure("lower end of its 95 % interval", cell, ends[0])
                .measure("upper end of its 95 % interval", cell, ends[1]);
    }

    /** That there is no other number in it. */
    void andNothingElse() {
        parts.forEach((name, text) -> assertThat(numbersOf(text)).as(name).isEmpty());
        assertThat(finding.measures()).extracting(Measure::name).containsExactlyElementsOf(names(measures));
        for (int i = 0; i < measures.size(); i++) {
            same(finding.measures().get(i), measures.get(i));
        }
        close("gain", toOptional(finding.gain()), toOptional(gain));
    }

    private static List<String> names(List<Measure> measures) {
        return measures.stream().map(Measure::name).toList();
    }

    private static void same(Measure told, Measure expected) {
        assertThat(told.cell()).as(told.name()).isEqualTo(expected.cell());
        close(told.name(), OptionalDouble.of(told.value()), OptionalDouble.of(expected.value()));
        close("threshold of " + told.name(), told.threshold(), expected.threshold());
    }

    private static OptionalDouble toOptional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static void close(String name, OptionalDouble told, OptionalDouble expected) {
        assertThat(told.isPresent()).as(name + " is told").isEqualTo(expected.isPresent());
        expected.ifPresent(
                value -> assertThat(told.orElseThrow()).as(name).isCloseTo(value, within(EXACT * Math.abs(value))));
    }
}
