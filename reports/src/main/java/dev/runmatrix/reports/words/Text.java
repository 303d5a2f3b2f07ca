// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence or more, with code and emphasis in it.
 *
 * @param spans its stretches in reading order
 */
public record Text(List<Span> spans) {

    public Text {
        spans = List.copyOf(spans);
    }

    public static Text of(String plain) {
        return new Text(List.of(new Span(Span.Kind.PLAIN, plain)));
    }

    public static Text empty() {
        return new Text(List.of());
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    public Text plain(String text) {
        return plus(Span.Kind.PLAIN, text);
    }

    public Text strong(String text) {
        return plus(Span.Kind.STRONG, text);
    }

    public Text code(String text) {
        return plus(Span.Kind.CODE, text);
    }

    /** This text and then another. */
    public Text plus(Text other) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(other.spans);
        return new Text(longer);
    }

    private Text plus(Span.Kind kind, String text) {
        return text.isEmpty() ? this : plus(new Text(List.of(new Span(kind, text))));
    }

    /** Its characters without emphasis. */
    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        spans.forEach(s -> all.append(s.text()));
        return all.toString();
    }
}
