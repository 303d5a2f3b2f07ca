// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A finding in the making: what is not said of it stays open. */
final class Draft {

    private static final String NO_CAUSE = "No cause established.";
    private static final String NO_FIX = "None measured in this run.";

    private final RuleId rule;
    private final List<String> cells;
    private final Confidence confidence;
    private final String title;
    private final List<Measure> measures = new ArrayList<>();
    private Text seen = Text.empty();
    private Text cause = Text.of(NO_CAUSE);
    private Text fix = Text.of(NO_FIX);
    private String evidence = "";
    private String refutedBy = "";

    private Draft(RuleId rule, List<String> cells, Confidence confidence, String title) {
        this.rule = rule;
        this.cells = cells;
        this.confidence = confidence;
        this.title = title;
    }

    /** Begins one about some cells; about the whole run where there are none. */
    static Draft of(RuleId rule, List<String> cells, Confidence confidence, String title) {
        return new Draft(rule, cells, confidence, title);
    }

    Draft seen(Text text) {
        seen = text;
        return this;
    }

    Draft cause(String text) {
        cause = Text.of(text);
        return this;
    }

    Draft fix(Text text) {
        fix = text;
        return this;
    }

    Draft fix(String text) {
        return fix(Text.of(text));
    }

    Draft evidence(String text) {
        evidence = text;
        return this;
    }

    Draft refutedBy(String text) {
        refutedBy = text;
        return this;
    }

    Draft measures(List<Measure> more) {
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
                Optional.empty(),
                evidence,
                refutedBy,
                measures,
                Optional.empty(),
                false);
    }
}
