// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlReportTest {

    private static final Pattern SCRIPT = Pattern.compile("(<script>)(.*?)(</script>)", Pattern.DOTALL);

    private static RenderedRuns runs;

    @BeforeAll
    static void render(@TempDir Path folder) throws Exception {
        runs = new RenderedRuns(folder);
    }

    private static Document parse(String html) throws Exception {
        String withoutScript = SCRIPT.matcher(html).replaceAll("<script></script>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(withoutScript)));
    }

    private static List<Element> elements(Document page, String tag) {
        NodeList found = page.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    @Test
    void everyPageIsWellFormed() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            assertThat(elements(parse(html), "main")).hasSize(1);
        }
    }

    @Test
    void thePolicyAllowsExactlyItsOwnStyleAndScript() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            String policy = elements(parse(html), "meta").stream()
                    .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                    .map(m -> m.getAttribute("content"))
                    .findFirst()
                    .orElseThrow();
            assertThat(policy)
                    .startsWith("default-src 'none'; ")
                    .contains("style-src '" + hash(between(html, "<style>", "</style>")) + "'")
                    .contains("script-src '" + hash(between(html, "<script>", "</script>")) + "'");
        }
    }

    private static String between(String html, String start, String end) {
        int from = html.indexOf(start) + start.length();
        return html.substring(from, html.indexOf(end, from));
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void nothingInThePageNeedsWhatThePolicyForbids() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            Document page = parse(html);
            assertThat(elements(page, "style")).hasSize(1);
            assertThat(elements(page, "script")).hasSize(1);
            for (Element element : elements(page, "*")) {
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    String name = element.getAttributes().item(i).getNodeName();
                    assertThat(name)
                            .isNotEqualTo("style")
                            .doesNotStartWith("on")
                            .isNotEqualTo("src");
                }
                assertThat(element.getTagName()).isNotIn("link", "img", "iframe", "object", "embed", "base", "form");
            }
        }
    }

    @Test
    void thePageReachesNothingOutside() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            String own = html.replace("http://www.w3.org/2000/svg", "");
            assertThat(own).doesNotContain("http://").doesNotContain("https://").doesNotContain("url(");
            for (Element link : elements(parse(html), "a")) {
                assertThat(link.getAttribute("href")).matches("#[A-Za-z0-9-]+|logs/[A-Za-z0-9._-]+");
            }
        }
    }

    @Test
    void linksInThePageLeadSomewhereAndIdsAreUnique() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            Document page = parse(html);
            Set<String> ids = new HashSet<>();
            for (Element element : elements(page, "*")) {
                String id = element.getAttribute("id");
                assertThat(id.isEmpty() || ids.add(id))
                        .as("id %s is unique", id)
                        .isTrue();
            }
            for (Element link : elements(page, "a")) {
                if (link.getAttribute("href").startsWith("#")) {
                    assertThat(ids).contains(link.getAttribute("href").substring(1));
                }
            }
        }
    }

    @Test
    void drawingsAndScrollingTablesSayWhatTheyAre() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            for (Element drawing : elements(parse(html), "svg")) {
                if (drawing.getAttribute("aria-hidden").equals("true")) {
                    assertThat(drawing.getParentNode().getNodeName())
                            .as("beside its numbers")
                            .isIn("td", "span");
                } else {
                    assertThat(drawing.getAttribute("role")).isEqualTo("img");
                    assertThat(drawing.getAttribute("aria-label")).isNotBlank();
                }
            }
            for (Element frame : elements(parse(html), "div")) {
                if (frame.getAttribute("class").equals("scroll")) {
                    assertThat(frame.getAttribute("tabindex")).isEqualTo("0");
                    assertThat(frame.getAttribute("role")).isEqualTo("region");
                    assertThat(frame.getAttribute("aria-label")).isNotBlank();
                }
            }
        }
    }

    @Test
    void everyRowHasTheCellsOfItsHeader() throws Exception {
        for (String html : runs.texts("report.html").values()) {
            for (Element table : elements(parse(html), "table")) {
                NodeList rows = table.getElementsByTagName("tr");
                int columns = columns((Element) rows.item(0));
                for (int i = 1; i < rows.getLength(); i++) {
                    assertThat(columns((Element) rows.item(i))).isEqualTo(columns);
                }
            }
        }
    }

    private static int columns(Element row) {
        int columns = 0;
        for (String tag : List.of("th", "td")) {
            NodeList cells = row.getElementsByTagName(tag);
            for (int i = 0; i < cells.getLength(); i++) {
                String span = ((Element) cells.item(i)).getAttribute("colspan");
                columns += span.isEmpty() ? 1 : Integer.parseInt(span);
            }
        }
        return columns;
    }

    @Test
    void hostileTextShowsAsWritten() throws Exception {
        String html = runs.text("hostile", "report.html");

        assertThat(html).doesNotContain("<img").doesNotContain("</script><");
        assertThat(elements(parse(html), "h1").get(0).getTextContent())
                .contains("</script><img src=x onerror=alert(1)> | ${7*7} @everyone");
    }

    @Test
    void sixtyCellsStayBelowTwoMegabytesAndShowFewTimelinesAtOnce() throws Exception {
        String html = runs.text("sixty", "report.html");

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000_000);
        assertThat(html).contains("further cells</summary>");
    }

    @Test
    void wallIsCpuDividedByCoresInEveryRow() throws Exception {
        Pattern number = Pattern.compile("\\(?(\\d+(?:\\.\\d+)?)\\)?");
        int rows = 0;
        for (String html : runs.texts("report.html").values()) {
            for (Element row : elements(parse(html), "tr")) {
                NodeList cells = row.getElementsByTagName("td");
                Element table = (Element) row.getParentNode().getParentNode();
                if (!table.getAttribute("id").equals("cells") || cells.getLength() < 10) {
                    continue;
                }
                int last = cells.getLength() - 1;
                Matcher wall = number.matcher(firstBold(row));
                Matcher cpu = number.matcher(text(cells, last - 6));
                Matcher cores = Pattern.compile("(\\d+\\.\\d+) of .*").matcher(text(cells, last - 5));
                if (wall.matches() && cpu.matches() && cores.matches()) {
                    double w = Double.parseDouble(wall.group(1));
                    double c = Double.parseDouble(cpu.group(1));
                    double p = Double.parseDouble(cores.group(1));
                    double rounding = w * 0.005 + p * unit(wall.group(1)) + unit(cpu.group(1));
                    assertThat(Math.abs(w * p - c)).isLessThanOrEqualTo(rounding);
                    rows++;
                }
            }
        }
        assertThat(rows).isGreaterThan(60);
    }

    private static String firstBold(Element row) {
        return row.getElementsByTagName("b").item(0).getTextContent();
    }

    private static String text(NodeList cells, int index) {
        return cells.item(index).getTextContent().strip();
    }

    /** Half of the last digit, and a little. */
    private static double unit(String number) {
        int point = number.indexOf('.');
        int decimals = point < 0 ? 0 : number.length() - point - 1;
        return 0.5001 * Math.pow(10, -decimals);
    }
}
