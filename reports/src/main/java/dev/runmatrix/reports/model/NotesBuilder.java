// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Explains the rows without a rank: cells with the same story share a line. */
final class NotesBuilder {

    private static final int LONGEST_MESSAGE = 400;
    private static final int MOST_NAMES = 12;

    private final Scope scope;

    NotesBuilder(Scope scope) {
        this.scope = scope;
    }

    List<Text> build() {
        List<Text> notes = new ArrayList<>();
        List<CellAnalysis> wrong = in(CellState.WRONG_OUTPUT);
        grouped(wrong, c -> c.difference().orElse(""))
                .forEach((difference, cells) -> notes.add(wrong(difference, cells)));
        List<CellAnalysis> failed = new ArrayList<>(in(CellState.FAILED));
        failed.addAll(in(CellState.TIMED_OUT));
        grouped(failed, c -> c.failure().map(f -> f.example().message()).orElse(""))
                .forEach((message, cells) -> notes.add(failed(message, cells)));
        List<CellAnalysis> contaminated = in(CellState.CONTAMINATED);
        if (!contaminated.isEmpty()) {
            notes.add(names(contaminated)
                    .plain(
                            ": fewer than 4 clean forks; the time shown is the middle one of all that finished, and such rows "
                                    + "stand in the order of their CPU time."));
        }
        notes.addAll(new EventNotes(scope).build());
        boolean unranked = scope.run().cells().stream().anyMatch(c -> !c.isRanked());
        String keep = unranked
                ? "Rows without a rank keep their place at the end; times in parentheses are not compared. "
                : "";
        notes.add(Text.of(keep + scope.memory().definition() + "."));
        return notes;
    }

    private List<CellAnalysis> in(CellState state) {
        return scope.run().cells().stream().filter(c -> c.state() == state).toList();
    }

    static Map<String, List<CellAnalysis>> grouped(List<CellAnalysis> cells, Function<CellAnalysis, String> story) {
        Map<String, List<CellAnalysis>> groups = new LinkedHashMap<>();
        cells.forEach(c ->
                groups.computeIfAbsent(story.apply(c), k -> new ArrayList<>()).add(c));
        return groups;
    }

    static Text names(List<CellAnalysis> cells) {
        List<String> names = new ArrayList<>(
                cells.stream().limit(MOST_NAMES).map(CellAnalysis::name).toList());
        if (cells.size() > MOST_NAMES) {
            names.add((cells.size() - MOST_NAMES) + " more");
        }
        return Text.empty().strong(Wording.list(names));
    }

    private static Text wrong(String difference, List<CellAnalysis> cells) {
        return difference.isEmpty()
                ? names(cells).plain(": output differs from what it must be.")
                : names(cells)
                        .plain(": output differs: ")
                        .code(clipped(difference))
                        .plain(".");
    }

    private Text failed(String message, List<CellAnalysis> cells) {
        Text text = names(cells).plain(": ").code(clipped(message));
        Text log = cells.stream()
                .flatMap(c -> c.failure().stream())
                .flatMap(f -> f.example().log().stream())
                .findFirst()
                .map(l -> Text.of(", first log ").code(l))
                .orElse(Text.empty());
        String missing = StopWords.missing(cells, scope.run());
        return text.plus(log).plain(missing.isEmpty() ? "." : "; " + missing + ".");
    }

    static String clipped(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_MESSAGE, text.codePointCount(0, text.length())));
        return end < text.length() ? text.substring(0, end) + "\u2026" : text;
    }
}
