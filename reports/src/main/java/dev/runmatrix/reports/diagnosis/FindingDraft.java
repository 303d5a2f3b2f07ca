// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A finding in the making. What is not said stays as little as may be said. */
final class FindingDraft {

    private final RuleId rule;
    private final List<String> cells;
    private final boolean noisy;
    private final String title;
    private final List<Measure> measures = new ArrayList<>();
    private Confidence confidence = Confidence.UNKNOWN;
    private Text seen = Text.empty();
    private Text cause = Text.of("No cause established.");
    private Text fix = Text.of("None measured in this run.");
    private String evidence = "";
    private String refutedBy = "";
    private Optional<String> confirmedBy = Optional.empty();
    private Optional<Double> gain = Optional.empty();

    /**
     * Begins one.
     *
     * @param cells what it is about, the main one first
     */
    FindingDraft(RuleId rule, List<Measured> cells, String title) {
        this(
                rule,
                cells.stream().map(Measured::name).toList(),
                title,
                cells.stream().anyMatch(cell -> !cell.isUndisturbed()));
    }

    private FindingDraft(RuleId rule, List<String> cells, String title, boolean noisy) {
        this.rule = rule;
        this.cells = cells;
        this.title = title;
        this.noisy = noisy;
    }

    /** Begins one whose cells were judged by their forks alone; about the whole run where there are none. */
    static FindingDraft of(RuleId rule, List<String> cells, Confidence confidence, String title) {
        FindingDraft draft = new FindingDraft(rule, cells, title, false);
        draft.confidence = confidence;
        return draft;
    }

    /** Begins one about a cell that may have no numbers. */
    static FindingDraft about(RuleId rule, String cell, String title, boolean noisy) {
        return new FindingDraft(rule, List.of(cell), title, noisy);
    }

    FindingDraft seen(Text text) {
        seen = text;
        return this;
    }

    FindingDraft cause(Confidence how, Text text) {
        confidence = how;
        cause = text;
        return this;
    }

    FindingDraft cause(String text) {
        cause = Text.of(text);
        return this;
    }

    FindingDraft fix(String text) {
        return fix(Text.of(text));
    }

    FindingDraft fix(Text text) {
        fix = text;
        return this;
    }

    FindingDraft confirmedBy(Measured cell) {
        confirmedBy = Optional.of(cell.name());
        return this;
    }

    FindingDraft confirmedBy(Optional<Measured> cell) {
        confirmedBy = cell.map(Measured::name);
        return this;
    }

    FindingDraft evidence(String text) {
        evidence = text;
        return this;
    }

    FindingDraft refutedBy(String text) {
        refutedBy = text;
        return this;
    }

    FindingDraft gain(Optional<Double> share) {
        gain = share;
        return this;
    }

    FindingDraft measures(Measure... more) {
        measures.addAll(Arrays.asList(more));
        return this;
    }

    FindingDraft measures(List<Measure> more) {
        measures.addAll(more);
        return this;
    }

    Finding finding() {
        return new Finding(
                rule,
                cells,
                confidence,
                title,
                seen,
                cause,
                fix,
                confirmedBy,
                evidence,
                refutedBy,
                measures,
                gain,
                noisy);
    }
}
