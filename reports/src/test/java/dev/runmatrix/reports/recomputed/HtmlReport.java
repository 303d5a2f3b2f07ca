// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** {@code report.html} as a browser reads it, taken apart by its sections. */
final class HtmlReport {

    /** What a paragraph is, and what a part of one is not. */
    private static final String PARAGRAPHS = "h1,h2,h3,p,li,dt,dd,figcaption,summary,caption,.q,.a,.c,pre,option,"
            + ".tlc-h > span,.tlc-d,button,.cols p";

    private HtmlReport() {}

    static Map<String, ReportSection> of(Document page) {
        Map<String, ReportSection> sections = new LinkedHashMap<>();
        for (Element section : page.select("main > section, header.top")) {
            String id = section.id().isEmpty() ? "head" : section.id();
            sections.put(id, section(section));
        }
        return sections;
    }

    private static ReportSection section(Element section) {
        List<ReportTable> tables =
                section.select("table").stream().map(HtmlReport::table).toList();
        Element rest = section.clone();
        rest.select("table,svg").remove();
        List<String> texts = rest.select(PARAGRAPHS).stream()
                .filter(part -> part.select(PARAGRAPHS).stream().allMatch(part::equals))
                .map(part -> PrintedNumbers.plain(part.text()))
                .toList();
        return new ReportSection(texts, tables);
    }

    /** The text of a section that is in no paragraph, in no table and in no drawing. */
    static String unread(Element section) {
        Element rest = section.clone();
        rest.select("table,svg").remove();
        rest.select(PARAGRAPHS).stream()
                .filter(part -> part.select(PARAGRAPHS).stream().allMatch(part::equals))
                .toList()
                .forEach(Element::remove);
        return rest.text();
    }

    private static ReportTable table(Element table) {
        return new ReportTable(
                cells(table.select("thead tr").first()),
                table.select("tbody tr:not(.grp)").stream()
                        .map(HtmlReport::cells)
                        .toList());
    }

    private static List<String> cells(Element row) {
        return row.select("> th, > td").stream()
                .map(cell -> {
                    Element shown = cell.clone();
                    shown.select("svg,.noprint,.only-m").remove();
                    return PrintedNumbers.plain(shown.text());
                })
                .toList();
    }
}
