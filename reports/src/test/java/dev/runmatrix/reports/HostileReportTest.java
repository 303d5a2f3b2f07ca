// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every text of a stored run is a hostile one, another one in each turn; the reports must be built as with plain words. */
class HostileReportTest {

    private static final List<String> WORDS = IntStream.range(0, 400)
            .mapToObj(i -> "word " + (char) ('a' + i % 26) + i)
            .toList();

    private static final List<Function<Path, RunFixture>> RUNS =
            List.of(Fixtures::allClean, Fixtures::troubled, Fixtures::scheduled, Fixtures::wrongOutput);

    /** No multiple of the number of runs, so that each of them has its turn. */
    private static final int STEP = 5;

    @TempDir
    Path folder;

    @Test
    void reportsAreBuiltAsWithPlainWords() throws Exception {
        List<Map<String, String>> plain = new ArrayList<>();
        for (Function<Path, RunFixture> run : RUNS) {
            plain.add(rendered("plain" + plain.size(), WORDS, run));
        }
        List<String> texts = HostileTexts.all();
        Map<String, String> faults = new LinkedHashMap<>();
        for (int turn = 0; turn < texts.size(); turn += STEP) {
            int run = turn % RUNS.size();
            List<String> turned = HostileTexts.turned(texts, turn);
            rendered("turn" + turn, turned, RUNS.get(run)).forEach((file, text) -> {
                String twin = plain.get(run).getOrDefault(file, "");
                String fault = file.endsWith("html") ? html(text, twin) : markdown(text, twin);
                if (!fault.isEmpty()) {
                    faults.put(run + " from " + turned.get(0) + ", " + file, fault);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private Map<String, String> rendered(String name, List<String> texts, Function<Path, RunFixture> run)
            throws Exception {
        return new HostileRun(Files.createDirectory(folder.resolve(name)), texts).rendered(run);
    }

    private static String html(String hostile, String plain) {
        HtmlShape shape = HtmlShape.of(hostile);
        HtmlShape twin = HtmlShape.of(plain);
        Set<String> drawn = new TreeSet<>(shape.drawn());
        drawn.removeAll(twin.drawn());
        drawn.addAll(shape.oddities());
        return drawn.isEmpty() ? first(shape.elements(), twin.elements()) : drawn.toString();
    }

    private static String markdown(String hostile, String plain) {
        MarkdownShape shape = MarkdownShape.of(hostile);
        return shape.oddities().isEmpty()
                ? first(shape.blocks(), MarkdownShape.of(plain).blocks())
                : shape.oddities().toString();
    }

    /** The first difference; empty where there is none. */
    private static String first(List<String> these, List<String> those) {
        for (int i = 0; i < Math.max(these.size(), those.size()); i++) {
            String one = i < these.size() ? these.get(i) : "the end";
            String other = i < those.size() ? those.get(i) : "the end";
            if (!one.equals(other)) {
                return one + " instead of " + other + " behind " + these.subList(Math.max(0, i - 3), i);
            }
        }
        return "";
    }
}
