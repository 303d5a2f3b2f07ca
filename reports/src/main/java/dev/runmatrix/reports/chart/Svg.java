// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import dev.runmatrix.reports.words.Legible;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Consumer;

/** Writes SVG elements; escapes every text, rounds every coordinate, knows classes but no colours. */
final class Svg {
    private static final String MINI = "chart c-mini";

    private final StringBuilder out = new StringBuilder();

    Svg line(double x1, double y1, double x2, double y2, String cssClass) {
        return open("line").at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2).shut(cssClass);
    }

    Svg rect(Box box, String cssClass) {
        return rounded(box, 0, cssClass);
    }

    Svg rounded(Box box, double radius, String cssClass) {
        open("rect").at("x", box.left()).at("y", box.top());
        at("width", Math.max(0, box.right() - box.left())).at("height", Math.max(0, box.bottom() - box.top()));
        if (radius > 0) {
            at("rx", radius);
        }
        return shut(cssClass);
    }

    Svg circle(double x, double y, double radius, String cssClass) {
        return open("circle").at("cx", x).at("cy", y).at("r", radius).shut(cssClass);
    }

    /** A circle in a group, which has the class. */
    Svg dot(double x, double y, double radius) {
        open("circle").at("cx", x).at("cy", y).at("r", radius);
        out.append("/>");
        return this;
    }

    Svg path(Path path, String cssClass) {
        return open("path").attribute("d", path.toString()).shut(cssClass);
    }

    Svg text(double x, double y, Anchor anchor, String text, String cssClass) {
        open("text").at("x", x).at("y", y).attribute("class", cssClass);
        if (anchor != Anchor.START) {
            attribute("text-anchor", anchor == Anchor.END ? "end" : "middle");
        }
        out.append('>').append(escaped(text)).append("</text>");
        return this;
    }

    /** What belongs to one cell of the matrix, with the words shown when the pointer rests on it. */
    Svg mark(String cell, String tip, Consumer<Svg> content) {
        open("g").attribute("data-cell", cell);
        out.append("><title>").append(escaped(tip)).append("</title>");
        content.accept(this);
        out.append("</g>");
        return this;
    }

    Drawing drawing(double width, double height, String label, String cssClass) {
        return element(width, height, named(label), cssClass);
    }

    /** For a table row, which it puts into words. */
    Drawing inRow(double width, double height, String label) {
        return element(width, height, named(label), MINI);
    }

    /** For a table row whose numbers stand beside it, and which another drawing puts into words. */
    Drawing besideNumbers(double width, double height) {
        return element(width, height, " aria-hidden=\"true\"", MINI);
    }

    private static String named(String label) {
        return " role=\"img\" aria-label=\"" + escaped(label) + "\"";
    }

    /** Several marks of one class. */
    Svg group(String cssClass, Consumer<Svg> content) {
        open("g").attribute("class", cssClass);
        out.append('>');
        content.accept(this);
        out.append("</g>");
        return this;
    }

    private Drawing element(double width, double height, String attributes, String cssClass) {
        String size = number(width) + "\" height=\"" + number(height);
        String head = "<svg viewBox=\"0 0 " + number(width) + " " + number(height) + "\" width=\"" + size
                + "\" class=\"" + escaped(cssClass) + "\"" + attributes + ">";
        return new Drawing(head + out + "</svg>");
    }

    /** One decimal at most, never an exponent, never a negative zero. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("a coordinate is " + value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Safe in a text and in a quoted attribute of XML and HTML; characters that XML forbids are replaced. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        Legible.line(text).codePoints().forEach(point -> escape(point, safe));
        return safe.toString();
    }

    private static void escape(int point, StringBuilder safe) {
        switch (point) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(point);
        }
    }

    private Svg open(String element) {
        out.append('<').append(element);
        return this;
    }

    private Svg at(String name, double value) {
        return attribute(name, number(value));
    }

    private Svg attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    private Svg shut(String cssClass) {
        attribute("class", cssClass);
        out.append("/>");
        return this;
    }
}
