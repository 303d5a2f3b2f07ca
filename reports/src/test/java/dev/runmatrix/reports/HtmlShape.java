// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a browser makes of a page.
 *
 * @param elements every element outside of drawings, with the names of its attributes, in order
 * @param drawn the same of those in drawings, each kind once: where labels fit depends on their length
 * @param oddities what no value may ever become
 */
record HtmlShape(List<String> elements, Set<String> drawn, Set<String> oddities) {

    /** Values that a text from outside may fill. */
    private static final Set<String> FREE = Set.of(
            "aria-label",
            "data-cell",
            "data-v",
            "data-axis",
            "data-input",
            "data-key",
            "data-copy",
            "value",
            "content",
            "d",
            "data-wall",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "width",
            "height",
            "viewBox",
            "viewbox");

    /** The log of a fork is linked where its name is that of a file of the run. */
    private static final Pattern INSIDE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]*");

    private static final Pattern OBEYED = Pattern.compile(
            "[\\p{Cntrl}\\x80-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff&&[^\\n\\t\\r]]"
                    + "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    static HtmlShape of(String html) {
        HtmlShape shape = new HtmlShape(new ArrayList<>(), new TreeSet<>(), new TreeSet<>());
        Matcher obeyed = OBEYED.matcher(html);
        while (obeyed.find()) {
            shape.oddities.add("character " + Integer.toHexString(obeyed.group().charAt(0)));
        }
        Document page = Jsoup.parse(html);
        page.traverse((node, depth) -> {
            if (node instanceof Comment) {
                shape.oddities.add("comment " + node);
            } else if (node instanceof Element element) {
                shape.add(element, depth);
            }
        });
        return shape;
    }

    private void add(Element element, int depth) {
        // Where a line may break in the name of an axis, and how wide code is set, follow from its text.
        if (element.normalName().equals("wbr")) {
            return;
        }
        if (element.normalName().equals("a")
                && INSIDE.matcher(element.attr("href")).matches()) {
            elements.add(" ".repeat(depth) + "code[]");
            return;
        }
        Set<String> attributes = new TreeSet<>();
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            attributes.add(FREE.contains(name) ? name : name + "=" + attribute.getValue());
            if (name.startsWith("on") || name.equals("style") || name.equals("src")) {
                oddities.add("attribute " + attribute);
            }
        }
        if (element.normalName().equals("code")) {
            attributes.clear();
        }
        if (element.closest("svg") != null) {
            attributes.removeIf(attribute -> attribute.startsWith("text-anchor"));
            drawn.add(element.normalName() + attributes);
        } else {
            elements.add(" ".repeat(depth) + element.normalName() + attributes);
        }
    }
}
