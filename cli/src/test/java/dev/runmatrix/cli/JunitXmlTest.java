// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.gate.GateOutcome;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {

    private static final PlannedCell FIRST = SavedSittings.CELLS.get(0);
    private static final PlannedCell SECOND = SavedSittings.CELLS.get(1);

    /** What the schema of Jenkins allows; GitLab reads a part of it. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "testsuites", Set.of("name", "time", "tests", "failures", "errors"),
            "testsuite", Set.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp"),
            "testcase", Set.of("name", "classname", "time"),
            "failure", Set.of("message", "type"),
            "error", Set.of("message", "type"),
            "skipped", Set.of("message", "type"),
            "system-out", Set.of());

    @TempDir
    Path folder;

    @Test
    void eachRuleInEachCellIsATestCase() throws Exception {
        Element root = written(Conclusions.gated(
                folder,
                Conclusions.goodRun(),
                Conclusions.rule(FIRST, GateOutcome.PASS, "it grew by 0.1 %"),
                Conclusions.rule(SECOND, GateOutcome.FAIL, "it grew by 12 %"),
                Conclusions.rule(SECOND, GateOutcome.INCONCLUSIVE, "another sitting"),
                Conclusions.rule(FIRST, GateOutcome.ACCEPTED, "it grew by 7 %.")));

        assertThat(root.getAttribute("tests")).isEqualTo("4");
        assertThat(root.getAttribute("failures")).isEqualTo("1");
        assertThat(root.getAttribute("errors")).isEqualTo("0");
        assertThat(results(root)).containsExactly("system-out", "failure", "skipped", "system-out");
        assertThat(cases(root).get(1).getAttribute("name"))
                .isEqualTo("mode=streaming max_workers=4: wall grows by at most 5 %");
        assertThat(cases(root).get(1).getTextContent()).contains("C02 wall: it grew by 12 %");
        assertThat(cases(root).get(3).getTextContent()).contains("it grew by 7 %; accepted: Ada until May");
    }

    @Test
    void timesAreTheSecondsOfAllForksOfTheCell() throws Exception {
        Element root = written(Conclusions.gated(
                folder, Conclusions.goodRun(), Conclusions.rule(SECOND, GateOutcome.PASS, "it grew by 0.1 %")));

        // Six processes, 0.3 s longer than their regions of two seconds more or less.
        assertThat(cases(root).get(0).getAttribute("time")).isEqualTo("13.810");
    }

    @Test
    void aCellThatNoRuleNamesIsStillATestCase() throws Exception {
        StoredRun run = Conclusions.run(List.of(StoredRuns.wrong("C02", 1, "one row less")));
        Element root =
                written(Conclusions.gated(folder, run, Conclusions.rule(FIRST, GateOutcome.PASS, "it grew by 0.1 %")));

        assertThat(results(root)).containsExactly("system-out", "error");
        assertThat(cases(root).get(1).getTextContent()).contains("wrong output: one row less");
    }

    @Test
    void aRuleThatACrashKeptFromBeingJudgedIsAnErrorAndNoSkip() throws Exception {
        StoredRun run = Conclusions.run(List.of(StoredRuns.failed("C02", 1, "exit code 134")));

        Element root = written(Conclusions.gated(
                folder,
                run,
                Conclusions.rule(FIRST, GateOutcome.NOT_MEASURED, "no baseline"),
                Conclusions.rule(SECOND, GateOutcome.NOT_MEASURED, "no fork ended well")));

        assertThat(results(root)).containsExactly("skipped", "error");
        assertThat(cases(root).get(1).getTextContent())
                .contains("no fork ended well; 1 of 1 fork failed: exit code 134");
    }

    @Test
    void withoutAGateEachCellIsATestCase() throws Exception {
        Element root = written(Conclusions.plain(folder, Conclusions.run(List.of())));

        assertThat(results(root)).containsExactly("system-out", "skipped");
        assertThat(cases(root).get(0).getTextContent())
                .contains("wall 1.000 s (0.980 to 1.020)")
                .contains("6 forks");
        assertThat(cases(root).get(1).hasAttribute("time")).isFalse();
    }

    @Test
    void eachMetricOfTwoBuildsIsATestCase() throws Exception {
        Element root = written(Conclusions.built(
                folder, Conclusions.goodRun(), Conclusions.pair(SECOND, 1.3), Conclusions.brokenPair(FIRST)));

        assertThat(results(root)).containsExactly("failure", "failure", "failure", "error", "system-out", "system-out");
        assertThat(cases(root).get(0).getTextContent()).contains("SLOWER: wall 1.00 s became 1.30 s, × 1.300");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndTheRestIsEscaped() throws Exception {
        String evil = "a\u0000b\u001b[31m <x> & \"q\" ]]> \ud800 \ufffe 😀\nnext";
        TestCase hostile = new TestCase("gate", evil, evil, TestCase.Result.FAILURE, evil, Optional.empty());

        Element root = parsed(JunitXml.of(List.of(hostile), Instant.EPOCH)).getDocumentElement();

        Element failure = (Element) root.getElementsByTagName("failure").item(0);
        assertThat(failure.getTextContent()).contains("ab[31m <x> & \"q\" ]]>   😀\nnext");
        assertThat(cases(root).get(0).getAttribute("name")).isEqualTo("ab[31m <x> & \"q\" ]]> 😀 next");
    }

    @Test
    void aLongMessageIsCut() throws Exception {
        TestCase chatty = new TestCase("gate", "n", "s", TestCase.Result.ERROR, "x".repeat(100_000), Optional.empty());

        assertThat(JunitXml.of(List.of(chatty), Instant.EPOCH)).hasSizeLessThan(5_000);
    }

    private static Element written(Concluded concluded) throws Exception {
        List<Path> files = CiFiles.of(concluded).write();
        assertThat(files).extracting(file -> file.getFileName().toString()).containsExactly("junit.xml");
        Element root = parsed(Files.readString(files.get(0))).getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("testsuites");
        isAllowed(root);
        return root;
    }

    private static void isAllowed(Element element) {
        Set<String> allowed = ALLOWED.get(element.getTagName());
        assertThat(allowed).as(element.getTagName()).isNotNull();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            assertThat(allowed).contains(element.getAttributes().item(i).getNodeName());
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                isAllowed(child);
            }
        }
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> cases(Element root) {
        List<Element> cases = new ArrayList<>();
        NodeList all = root.getElementsByTagName("testcase");
        for (int i = 0; i < all.getLength(); i++) {
            cases.add((Element) all.item(i));
        }
        return cases;
    }

    private static List<String> results(Element root) {
        return cases(root).stream()
                .map(each -> {
                    NodeList inner = each.getElementsByTagName("*");
                    return inner.item(0).getNodeName();
                })
                .toList();
    }
}
