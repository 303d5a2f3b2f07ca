// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.reports.model.Claims;
import dev.runmatrix.reports.model.Costs;
import dev.runmatrix.reports.model.Findings;
import dev.runmatrix.reports.model.Matrix;
import dev.runmatrix.reports.model.Options;
import dev.runmatrix.reports.model.Tile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader sees, against the texts that the page was made of. */
@BrowserTest
class ShownNumbersIT {

    /** Rows as a list of the texts in them, drawings left out. */
    private static final String ROWS = "const text = (node) => {"
            + " const copy = node.cloneNode(true); copy.querySelectorAll('svg, .vh, .only-m').forEach((each) => each.remove());"
            + " copy.querySelectorAll('br').forEach((each) => each.replaceWith(' '));"
            + " return copy.textContent.replace(/[ \\n]+/g, ' ').trim(); };"
            + "return Array.from(document.querySelectorAll(arguments[0])).map((row) =>"
            + " Array.from(row.querySelectorAll(arguments[1])).map(text).filter(Boolean).join(' | '));";

    @Test
    void theTableOfCellsShowsTheModelsTexts(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280));
            Matrix matrix = specimen.model().matrix();

            assertThat(page.texts(ROWS, "#cells tr[data-cell]", "th, td"))
                    .as(specimen.name())
                    .isEqualTo(matrix.rows().stream().map(ShownNumbersIT::row).toList());
        }
    }

    private static String row(Matrix.Row row) {
        Costs costs = row.costs();
        Stream<String> state = row.isRanked()
                ? Stream.of(costs.range())
                : Stream.of(words(row.state().word(), row.detail().isEmpty() ? costs.range() : row.detail()));
        Stream<String> ratio =
                Stream.of(words(row.ratio(), row.interval(), row.isUnclear() ? row.verdict() : ""), costs.cpu());
        Stream<String> rest = Stream.of(
                costs.coresOfRequested(),
                costs.rss(),
                row.clean(),
                row.output().isEmpty() ? "\u2014" : row.output().word());
        return line(Stream.of(
                        Stream.of(row.cell()),
                        row.axes().stream().map(Matrix.Axis::text),
                        Stream.of(costs.wall()),
                        state,
                        ratio,
                        rest)
                .flatMap(each -> each));
    }

    @Test
    void tilesShowTheModelsTexts(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280));
            List<Tile> tiles = specimen.model().answer().tiles();

            assertThat(page.texts(ROWS, ".tile", ":scope > div"))
                    .as(specimen.name())
                    .isEqualTo(tiles.stream()
                            .map(tile -> line(Stream.of(
                                    tile.question(),
                                    words(tile.value(), tile.aside()),
                                    words(tile.cell(), tile.label()),
                                    tile.note().toString(),
                                    tile.tie())))
                            .toList());
        }
    }

    @Test
    void findingsShowTheModelsTexts(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280));
            List<Findings.Card> cards = specimen.model().findings().cards();

            assertThat(page.texts(ROWS, ".find", "h3 > span, dt, dd"))
                    .as(specimen.name())
                    .isEqualTo(cards.stream().map(ShownNumbersIT::card).toList());
        }
    }

    private static String card(Findings.Card card) {
        return line(Stream.concat(
                Stream.of(card.id(), card.title(), card.tag().word()),
                card.facts().stream()
                        .flatMap(fact -> Stream.of(fact.key(), fact.value().toString()))));
    }

    @Test
    void claimsShowTheModelsTexts(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280));
            List<Claims.Row> rows = specimen.model().claims().rows();

            assertThat(page.texts(ROWS, "#claims tbody tr", "th, td"))
                    .as(specimen.name())
                    .isEqualTo(rows.stream().map(ShownNumbersIT::claim).toList());
        }
    }

    private static String claim(Claims.Row row) {
        return line(Stream.of(
                row.id(),
                words(row.result().word(), row.gate() ? "gate" : ""),
                row.statement(),
                words(row.value(), row.interval()),
                row.limit(),
                words(row.measured(), row.basis()),
                row.where()));
    }

    @Test
    void optionsShowTheModelsNumbers(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280));
            List<Options.Row> rows =
                    specimen.model().options().map(Options::rows).orElse(List.of());

            assertThat(page.texts(
                            ROWS,
                            "#options tbody tr",
                            "td:nth-child(3), td:nth-child(8), td:nth-child(9), td:nth-child(10)"))
                    .as(specimen.name())
                    .isEqualTo(rows.stream()
                            .map(Options.Row::costs)
                            .map(costs ->
                                    line(Stream.of(costs.wall(), costs.coresOfRequested(), costs.cpu(), costs.rss())))
                            .toList());
        }
    }

    private static String words(String... words) {
        return String.join(" ", Stream.of(words).filter(word -> !word.isEmpty()).toList());
    }

    private static String line(Stream<String> texts) {
        return String.join(
                " | ",
                texts.map(text -> text.replaceAll("[ \\n]+", " ").strip())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
