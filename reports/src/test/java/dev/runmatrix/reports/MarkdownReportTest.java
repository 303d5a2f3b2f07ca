// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static RenderedRuns runs;

    @BeforeAll
    static void render(@TempDir Path folder) throws Exception {
        runs = new RenderedRuns(folder);
    }

    @Test
    void everyRowHasTheCellsOfItsHeader() {
        runs.texts("report.md").forEach((name, markdown) -> {
            List<Integer> sourceRows = new ArrayList<>();
            int header = 0;
            for (String line : markdown.lines().toList()) {
                int cells = line.startsWith("|") ? cells(line) : 0;
                if (cells == 0) {
                    header = 0;
                } else if (header == 0) {
                    header = cells;
                } else {
                    assertThat(cells).as("%s: %s", name, line).isEqualTo(header);
                    sourceRows.add(cells);
                }
            }
            assertThat(sourceRows).isNotEmpty();
        });
    }

    private static int cells(String line) {
        return Pattern.compile("(?<!\\\\)\\|").split(line.strip().substring(1), -1).length - 1;
    }

    @Test
    void everyTableIsReadAsATable() {
        runs.texts("report.md").forEach((name, markdown) -> {
            long separators = markdown.lines().filter(l -> l.startsWith("|--")).count();
            List<Integer> widths = new ArrayList<>();
            PARSER.parse(markdown).accept(new AbstractVisitor() {
                @Override
                public void visit(CustomBlock block) {
                    if (block instanceof TableBlock) {
                        widths.add(width(block));
                    }
                }
            });
            assertThat(widths).as(name).hasSize((int) separators).allMatch(w -> w <= 9);
        });
    }

    private static int width(Node table) {
        Node row = table.getFirstChild().getFirstChild();
        int cells = 0;
        for (Node cell = ((TableRow) row).getFirstChild(); cell instanceof TableCell; cell = cell.getNext()) {
            cells++;
        }
        return cells;
    }

    @Test
    void reportsHoldNoImagesLinksOrForeignHtml() {
        for (String file : List.of("report.md", "summary.md")) {
            runs.texts(file)
                    .forEach((name, markdown) -> PARSER.parse(markdown).accept(new AbstractVisitor() {
                        @Override
                        public void visit(Image image) {
                            throw new AssertionError(name + ": image " + image.getDestination());
                        }

                        @Override
                        public void visit(Link link) {
                            throw new AssertionError(name + ": link " + link.getDestination());
                        }

                        @Override
                        public void visit(HtmlInline html) {
                            throw new AssertionError(name + ": html " + html.getLiteral());
                        }

                        @Override
                        public void visit(HtmlBlock html) {
                            assertThat(html.getLiteral().strip())
                                    .matches("(?s)<!-- run-matrix:[a-z0-9-]+( alarm| quiet)? -->|</?details>.*");
                        }
                    }));
        }
    }

    @Test
    void sizesStayWithinWhatForgesTake() {
        runs.texts("report.md")
                .forEach((name, text) -> assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                        .as(name)
                        .isLessThanOrEqualTo(60_000));
        runs.texts("summary.md")
                .forEach((name, text) -> assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                        .as(name)
                        .isLessThanOrEqualTo(6_000));
    }

    @Test
    void chartsOfTheForgeStayWithinItsBudget() {
        runs.texts("report.md")
                .forEach((name, markdown) -> PARSER.parse(markdown).accept(new AbstractVisitor() {
                    @Override
                    public void visit(FencedCodeBlock block) {
                        if (block.getInfo().equals("mermaid")) {
                            assertThat(block.getLiteral()).as(name).hasSizeLessThanOrEqualTo(1_500);
                            assertThat(block.getLiteral().lines().filter(l -> l.contains("title")))
                                    .allMatch(l -> l.strip().length() <= 80);
                        }
                    }
                }));
    }

    @Test
    void aMatrixTooLargeKeepsWhatMattersAndSaysWhatItLeftOut(@TempDir Path folder) throws Exception {
        RunFixture large = Fixtures.workersByChunks(folder, 40, 20);

        Map<String, String> files = Reports.render(large.stored(), Optional.empty());

        String markdown = files.getOrDefault("report.md", "");
        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(60_000);
        assertThat(markdown)
                .containsPattern("\\d+ cells left out here; all of them stand in `report.html`")
                .contains("OUT OF MEMORY");
        assertThat(files.getOrDefault("summary.md", "").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(6_000);
    }

    @Test
    void proseIsSober() {
        Pattern banned = Pattern.compile(
                "(?i)\\b(only|significant|significantly|excellent|production-ready|up to|amazing|blazing)\\b|!(?=\\s|$)");
        Pattern emoji = Pattern.compile("[\\x{1F000}-\\x{1FFFF}\\x{2600}-\\x{27BF}\\x{FE0F}]");
        Pattern bare = Pattern.compile("%(?!\\s*(of|interval|probability))");
        for (String file : List.of("report.md", "summary.md")) {
            runs.texts(file).forEach((name, markdown) -> {
                String prose = markdown.replaceAll("(?s)```.*?```", "")
                        .replaceAll("`[^`]*`", "")
                        .replaceAll("(?s)<!--.*?-->", "")
                        .replace("**", "")
                        .replace("\u00b15 %", "")
                        .replace("\u00a0", " ");
                if (!name.equals("hostile")) {
                    assertThat(prose).as(name).doesNotContainPattern(banned).doesNotContainPattern(bare);
                }
                assertThat(prose).as(name).doesNotContainPattern(emoji);
            });
        }
    }

    @Test
    void hostileTextNotifiesNobody() {
        String prose = runs.text("hostile", "report.md")
                .replaceAll("(?s)(`{3,}).*?\\1", "")
                .replaceAll("(`+)[^`].*?\\1", "");

        assertThat(prose).doesNotContain("@everyone").doesNotContain("#123").doesNotContain("@team");
    }

    @Test
    void aRunWithoutRanksSaysSo() {
        assertThat(runs.text("smoke", "report.md")).contains("**No ranking: cells have 1 fork at most");
        assertThat(runs.text("noisy", "report.md")).contains("**Cannot tell: the machine was too busy");
        assertThat(runs.text("noisy", "report.md"))
                .contains("**CONTAMINATED:**")
                .contains("(98.2)");
        assertThat(runs.text("running", "report.md")).contains("**RUNNING:**").contains("5 of 18 forks ended");
        assertThat(runs.text("wrong-output", "report.md")).contains("**WRONG OUTPUT:** C02 writes");
    }

    @Test
    void aCellOfTooFewForksKeepsItsTimeBesideTheirNumber() {
        assertThat(runs.text("every-state", "report.md")).contains("| **n = 2** 46.2 [46.2\u201347.9] | \u00d70.479 |");
    }

    @Test
    void aCellThatWasNotRunSaysWhy() {
        assertThat(runs.text("every-state", "report.md")).contains("| **NOT RUN** (budget) |");
        assertThat(runs.text("running", "report.md")).contains("| **NOT RUN** (run did not end) |");
        assertThat(runs.text("every-state", "report.html")).contains("NOT RUN</span> (budget)");
    }

    @Test
    void theRecommendationIsImperativeAndStatesBothCosts() {
        assertThat(runs.text("all-clean", "summary.md"))
                .contains("**Set `parallel_chunks: true` and `chunk_size: 100000`. Streaming then takes 30.8\u00a0s "
                        + "instead of 96.4\u00a0s, in 1.31\u00a0GB, with the same output.**")
                .contains("because `parallel_chunks` is `false`");
    }
}
