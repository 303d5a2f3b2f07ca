// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Test cases in the XML that build servers read: elements and attributes that Jenkins and GitLab know, and no others. */
final class JunitXml {

    private static final String NAME = "run-matrix";
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_NAME_CHARACTERS = 500;

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The whole document.
     *
     * @param cases the cases; those of one suite need not stand together
     * @param startedAt when the run began
     */
    static String of(List<TestCase> cases, Instant startedAt) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml).document(cases, startedAt);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text takes any XML", e);
        }
        return text.toString();
    }

    private void document(List<TestCase> cases, Instant startedAt) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", NAME);
        counts(cases);
        Map<String, List<TestCase>> suites =
                cases.stream().collect(Collectors.groupingBy(TestCase::suite, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue(), startedAt);
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, List<TestCase> cases, Instant startedAt) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", NAME + "." + name);
        counts(cases);
        attribute("skipped", String.valueOf(count(cases, TestCase.Result.SKIPPED)));
        attribute(
                "timestamp",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                        startedAt.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)));
        for (TestCase each : cases) {
            testCase(each);
        }
        line(1);
        xml.writeEndElement();
    }

    private void counts(List<TestCase> cases) throws XMLStreamException {
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", String.valueOf(count(cases, TestCase.Result.FAILURE)));
        attribute("errors", String.valueOf(count(cases, TestCase.Result.ERROR)));
    }

    private static long count(List<TestCase> cases, TestCase.Result result) {
        return cases.stream().filter(each -> each.result() == result).count();
    }

    private void testCase(TestCase each) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", NAME + "." + each.suite());
        attribute("name", cut(each.name(), MOST_NAME_CHARACTERS));
        if (each.seconds().isPresent()) {
            attribute("time", String.format(Locale.ROOT, "%.3f", each.seconds().get()));
        }
        line(3);
        String message = cut(each.subject() + ": " + each.message(), MOST_CHARACTERS);
        switch (each.result()) {
            case PASSED -> element("system-out", message);
            case FAILURE -> told("failure", message);
            case ERROR -> told("error", message);
            case SKIPPED -> told("skipped", message);
        }
        line(2);
        xml.writeEndElement();
    }

    private void told(String element, String message) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("message", message);
        xml.writeCharacters(printable(message));
        xml.writeEndElement();
    }

    private void element(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(printable(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, printable(value).replaceAll("\\s+", " "));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }

    /** Without what XML 1.0 cannot hold, not even escaped: most control characters, halves of pairs, two non-characters. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xd800) || c > 0xdfff)
                .filter(c -> c != 0xfffe && c != 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
