// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.diagnosis.Confidence;
import dev.runmatrix.reports.diagnosis.Finding;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** Writes up what the rules found. */
final class FindingsBuilder {

    private static final String NOISY = "Measured on a machine that something else used, too.";

    private final boolean isEmpty;
    private final List<Finding> findings;

    FindingsBuilder(Scope scope) {
        this.isEmpty = scope.run().stored().forks().isEmpty();
        this.findings = scope.diagnosis().findings();
    }

    Findings build() {
        List<Findings.Card> cards = new ArrayList<>();
        for (Finding finding : findings) {
            cards.add(card("F" + (cards.size() + 1), finding));
        }
        return new Findings(lead(), cards);
    }

    private Text lead() {
        long alleged = findings.stream().filter(Finding::isAllegation).count();
        long remarks = findings.size() - alleged;
        String also = remarks == 0 ? "" : " " + Units.counted(remarks, "remark", "remarks") + " on what was measured.";
        if (isEmpty) {
            return Text.of("No fork ended: there is nothing that a rule could judge.");
        }
        if (alleged == 0) {
            return Text.of("Nothing is alleged: no rule holds that tells of a fault." + also);
        }
        return Text.of(Units.counted(alleged, "finding", "findings")
                + ", each with what was seen, its cause as far as the evidence goes, and what would refute it." + also);
    }

    private static Findings.Card card(String id, Finding finding) {
        return new Findings.Card(
                id,
                finding.title(),
                tag(finding.confidence()),
                finding.cells(),
                !finding.isAllegation(),
                facts(finding));
    }

    private static Tag tag(Confidence confidence) {
        return switch (confidence) {
            case CONFIRMED -> new Tag("cause confirmed", Tag.Tone.GOOD);
            case LIKELY -> new Tag("cause likely", Tag.Tone.DOUBTFUL);
            case UNKNOWN -> new Tag("cause unknown", Tag.Tone.BAD);
            case DATA_QUALITY -> new Tag("data quality", Tag.Tone.QUIET);
        };
    }

    private static List<KeyValue> facts(Finding finding) {
        List<KeyValue> facts = new ArrayList<>();
        Text seen = finding.noisy() ? finding.seen().plain(" " + NOISY) : finding.seen();
        add("Seen", seen, facts);
        add("Cause", finding.cause(), facts);
        add("Fix", finding.fix(), facts);
        add("Evidence", Text.of(finding.evidence()), facts);
        add("Refuted by", Text.of(finding.refutedBy()), facts);
        return facts;
    }

    private static void add(String key, Text value, List<KeyValue> facts) {
        if (!value.toString().isEmpty()) {
            facts.add(new KeyValue(key, value));
        }
    }
}
