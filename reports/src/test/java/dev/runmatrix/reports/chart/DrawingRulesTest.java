// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What holds for every drawing, whatever it shows and whatever its texts are. */
class DrawingRulesTest {
    private static final String HOSTILE =
            "</title></svg><script>alert(1)</script> \" onload=\"x' & ${evil} \u0000\u001b\ud800 \u202e ]]> <!-- \u4e2d\ud83d\ude00";
    private static final Set<String> ATTRIBUTES = Set.of(
            "viewBox",
            "width",
            "height",
            "class",
            "role",
            "aria-label",
            "aria-hidden",
            "data-cell",
            "text-anchor",
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
            "d");
    private static final Set<String> ELEMENTS = Set.of("svg", "g", "title", "text", "line", "rect", "circle", "path");

    @TestFactory
    Stream<DynamicTest> isWellFormedAndHoldsKnownElementsOnly() {
        return tests(HOSTILE, (name, drawing) -> {
            NodeList all = parsed(drawing).getElementsByTagName("*");
            for (int index = 0; index < all.getLength(); index++) {
                Element element = (Element) all.item(index);
                assertThat(ELEMENTS).contains(element.getTagName());
                for (int at = 0; at < element.getAttributes().getLength(); at++) {
                    assertThat(ATTRIBUTES)
                            .contains(element.getAttributes().item(at).getNodeName());
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> namesItselfAndEveryMark() {
        return tests("C05", (name, drawing) -> {
            Element svg = parsed(drawing).getDocumentElement();
            if (!svg.getAttribute("aria-hidden").equals("true")) {
                assertThat(svg.getAttribute("role")).isEqualTo("img");
                assertThat(svg.getAttribute("aria-label")).isNotBlank();
            }
            NodeList groups = svg.getElementsByTagName("g");
            for (int index = 0; index < groups.getLength(); index++) {
                Element group = (Element) groups.item(index);
                if (group.hasAttribute("class")) {
                    continue;
                }
                assertThat(group.getAttribute("data-cell")).isEqualTo("C05");
                assertThat(group.getFirstChild().getNodeName().equals("title")).isEqualTo(!name.endsWith("-narrow"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> printsNumbersOnly() {
        return tests(
                "C05", (name, drawing) -> assertThat(drawing.markup()).doesNotContain("NaN", "Infinity", "E-", "null"));
    }

    @Test
    void everyClassHasARule() throws IOException, SAXException, ParserConfigurationException {
        Set<String> used = new TreeSet<>();
        for (Drawing drawing : Specimens.drawings("C05").values()) {
            NodeList all = parsed(drawing).getElementsByTagName("*");
            for (int index = 0; index < all.getLength(); index++) {
                used.addAll(
                        Set.of(((Element) all.item(index)).getAttribute("class").split(" ")));
            }
        }
        used.removeAll(Set.of("", "c-plot", "c-bars", "c-squares"));
        String css = styleSheet();
        assertThat(used).allSatisfy(name -> assertThat(css).containsPattern("\\." + Pattern.quote(name) + "[ ,.{]"));
    }

    static String styleSheet() throws IOException {
        try (InputStream css =
                DrawingRulesTest.class.getResourceAsStream("/dev/runmatrix/reports/templates/charts.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface Check {
        void on(String name, Drawing drawing) throws IOException, SAXException, ParserConfigurationException;
    }

    private static Stream<DynamicTest> tests(String text, Check check) {
        return Specimens.drawings(text).entrySet().stream()
                .map((Map.Entry<String, Drawing> entry) ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> check.on(entry.getKey(), entry.getValue())));
    }

    static Document parsed(Drawing drawing) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(drawing.markup())));
    }
}
