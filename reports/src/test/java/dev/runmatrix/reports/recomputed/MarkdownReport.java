// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** {@code report.md} as a forge reads it, taken apart by its headings. */
final class MarkdownReport extends AbstractVisitor {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, List<ReportTable>> tables = new LinkedHashMap<>();
    private String section = "";

    private MarkdownReport() {
        open("Answer");
    }

    static Map<String, ReportSection> of(String markdown) {
        MarkdownReport report = new MarkdownReport();
        PARSER.parse(markdown).accept(report);
        Map<String, ReportSection> sections = new LinkedHashMap<>();
        report.texts.forEach((name, found) ->
                sections.put(name, new ReportSection(found, report.tables.getOrDefault(name, List.of()))));
        return sections;
    }

    private void open(String name) {
        section = name;
        texts.put(name, new ArrayList<>());
        tables.put(name, new ArrayList<>());
    }

    private void add(String text) {
        texts.computeIfAbsent(section, name -> new ArrayList<>()).add(PrintedNumbers.plain(text));
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLevel() == 2) {
            open(text(heading));
        }
        add(text(heading));
    }

    @Override
    public void visit(Paragraph paragraph) {
        add(text(paragraph));
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code.getLiteral().lines().forEach(this::add);
    }

    /** Folded parts begin with markup of their own; two of them are sections. */
    @Override
    public void visit(HtmlBlock html) {
        String plain = html.getLiteral().replaceAll("<!--.*?-->|<[^>]*>", " ").strip();
        if (plain.startsWith("Machine") || plain.startsWith("Data")) {
            open(plain);
        }
        add(plain);
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            List<List<String>> rows = new ArrayList<>();
            rows(table, rows);
            tables.computeIfAbsent(section, name -> new ArrayList<>())
                    .add(new ReportTable(rows.get(0), rows.subList(1, rows.size())));
        }
    }

    private static void rows(Node part, List<List<String>> rows) {
        for (Node child = part.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof TableRow row) {
                rows.add(cells(row));
            } else if (child instanceof TableHead || child.getFirstChild() instanceof TableRow) {
                rows(child, rows);
            }
        }
    }

    private static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell) {
                cells.add(text(cell));
            }
        }
        return cells;
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text found) {
                text.append(found.getLiteral());
            }

            @Override
            public void visit(Code found) {
                text.append(found.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak found) {
                text.append(' ');
            }
        });
        return PrintedNumbers.plain(text.toString());
    }
}
