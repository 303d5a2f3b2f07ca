// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * What a forge makes of a comment.
 *
 * @param blocks its blocks one below the other, with their depth
 * @param oddities what no value may ever become
 */
record MarkdownShape(List<String> blocks, Set<String> oddities) {

    private static final List<Extension> GFM =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

    static MarkdownShape of(String markdown) {
        MarkdownShape shape = new MarkdownShape(new ArrayList<>(), new LinkedHashSet<>());
        shape.walk(Parser.builder().extensions(GFM).build().parse(markdown), 0);
        return shape;
    }

    private void walk(Node node, int depth) {
        if (node instanceof Block) {
            String markup = node instanceof HtmlBlock html ? " " + html.getLiteral() : "";
            blocks.add("  ".repeat(depth) + node.getClass().getSimpleName() + markup);
        }
        boolean odd = node instanceof Image
                || node instanceof HtmlInline
                || node instanceof Strikethrough
                || node instanceof Emphasis
                || node instanceof LinkReferenceDefinition
                || (node instanceof Link link && !link.getDestination().contains("@\u2060"));
        if (odd) {
            oddities.add(node.toString());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            walk(child, depth + 1);
        }
    }
}
