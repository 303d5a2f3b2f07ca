// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a forge makes of a text: its blocks one below the other, and what in it is more than text.
 *
 * @param blocks kinds of blocks with their depth, and with the markup of those that are HTML
 * @param oddities what no value may ever become: links, images, markup of its own, names of people and things
 */
record MarkdownShape(List<String> blocks, Set<String> oddities) {

    private static final List<Extension> GFM =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(GFM).build();

    /** As the forges look for them in the text of a page that is already made. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w@#/])@(?:[\\w-]|@)|#\\d|(?<!\\w)[!$&%~]\\d|(?<!\\w)~\"?[A-Za-z]"
                    + "|\\bGH-\\d|\\b[0-9a-f]{40}\\b|\\b(?=[0-9a-f]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,39}\\b"
                    + "|:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:|\\[[a-z_]+:\\d|www\\.\\w|\\w:/|(?:mailto|xmpp):\\S+@");

    private static final Pattern OBEYED = Pattern.compile(
            "[\\p{Cntrl}\\x80-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff&&[^\\n]]"
                    + "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    static MarkdownShape of(String markdown) {
        MarkdownShape shape = new MarkdownShape(new ArrayList<>(), new LinkedHashSet<>());
        Matcher obeyed = OBEYED.matcher(markdown);
        while (obeyed.find()) {
            shape.oddities.add("character " + Integer.toHexString(obeyed.group().charAt(0)));
        }
        shape.walk(PARSER.parse(markdown), 0);
        return shape;
    }

    private void walk(Node node, int depth) {
        if (node instanceof Block) {
            blocks.add("  ".repeat(depth) + node.getClass().getSimpleName() + detail(node));
        }
        look(node);
        StringBuilder run = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Text text) {
                run.append(text.getLiteral());
            } else {
                references(run);
            }
            walk(child, depth + 1);
        }
        references(run);
    }

    private void references(StringBuilder run) {
        Matcher reference = REFERENCE.matcher(run);
        while (reference.find()) {
            oddities.add("reference " + reference.group() + " in " + run);
        }
        run.setLength(0);
    }

    private static String detail(Node node) {
        if (node instanceof HtmlBlock html) {
            return " " + html.getLiteral().strip().replaceAll("run-matrix:[a-z0-9-]+", "run-matrix:…");
        }
        return node instanceof FencedCodeBlock code ? " " + code.getInfo() : "";
    }

    private void look(Node node) {
        if (node instanceof Link link && !link.getDestination().contains("@\u2060")) {
            oddities.add("link to " + link.getDestination());
        } else if (node instanceof Image image) {
            oddities.add("image of " + image.getDestination());
        } else if (node instanceof LinkReferenceDefinition definition) {
            oddities.add("definition of " + definition.getLabel());
        } else if (node instanceof HtmlInline html) {
            oddities.add("markup " + html.getLiteral());
        } else if (node instanceof Strikethrough) {
            oddities.add("strikethrough");
        } else if (node instanceof Code code && code.getLiteral().contains("\n")) {
            oddities.add("code over lines");
        } else if (node instanceof ListItem item
                && item.getFirstChild() != null
                && item.getFirstChild().getFirstChild() instanceof Text text
                && text.getLiteral().matches("\\[[ xX]] .*")) {
            oddities.add("task " + text.getLiteral());
        }
    }
}
