// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.model.ReportModel;
import dev.runmatrix.reports.summary.Conclusion;
import dev.runmatrix.reports.words.Legible;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns the model into files. */
public final class ReportRenderer {

    /** Forges refuse or fold longer texts. */
    public static final int MARKDOWN_BYTES = 60_000;

    /** A comment that is read on a phone. */
    public static final int SUMMARY_BYTES = 6_000;

    /** Rows of the tables of a conclusion, fewer and fewer until it is small enough. */
    private static final int[] ROWS = {40, 20, 10, 5, 2, 0};

    /** With so few rows, what is said around them gives way, too. */
    private static final int FEW_ROWS = 5;

    private final TemplateFolder templates;
    private final Assets assets;

    /**
     * Prepares the templates.
     *
     * @param folder files that replace packed templates of the same name
     */
    public ReportRenderer(Optional<Path> folder) throws IOException, UnusableTemplateException {
        this.templates = new TemplateFolder(folder);
        this.assets = templates.assets();
    }

    /**
     * File name to content, in the order in which they are written.
     *
     * @param conclusion what the summary begins with; absent where nothing was to be judged
     */
    public Map<String, String> render(ReportModel model, Optional<Conclusion> conclusion)
            throws IOException, UnusableTemplateException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("report.html", html(model));
        files.put("report.md", markdown("report.ftlmd", model, MARKDOWN_BYTES));
        files.put(
                "summary.md",
                conclusion.isPresent()
                        ? summary(model, conclusion.get())
                        : markdown("summary.ftlmd", model, SUMMARY_BYTES));
        return files;
    }

    private String html(ReportModel model) throws IOException, UnusableTemplateException {
        try {
            String page = templates.fill("report.ftlh", TemplateFolder.page(model, assets));
            return printable(page);
        } catch (TemplateModelException e) {
            throw new IllegalStateException("style sheet and script are plain text", e);
        }
    }

    /** A page without characters that a browser obeys or refuses. */
    static String printable(String page) {
        return Legible.page(page);
    }

    /** The fullest version that keeps the limit; the shortest one where none does. */
    private String markdown(String template, ReportModel model, int limit)
            throws IOException, UnusableTemplateException {
        for (Detail detail : Detail.values()) {
            Optional<String> text = templates.fill(template, values(model, detail), limit);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return templates.fill(template, values(model, Detail.SHORTEST_TEXTS));
    }

    private static Map<String, ?> values(ReportModel model, Detail detail) {
        return Map.of("report", model, "detail", detail, Room.LONGEST, detail.longest());
    }

    /** The same for a summary with a conclusion, whose rows are left out from the end. */
    private String summary(ReportModel model, Conclusion conclusion) throws IOException, UnusableTemplateException {
        String text = "";
        for (int rows : ROWS) {
            text = summary(model, conclusion, rows, rows > FEW_ROWS ? Detail.ALL : Detail.NAMES);
            if (isSmall(text)) {
                return text;
            }
        }
        String shorter = summary(model, conclusion, 0, Detail.SHORT_TEXTS);
        return isSmall(shorter) ? shorter : summary(model, conclusion, 0, Detail.SHORTEST_TEXTS);
    }

    private static boolean isSmall(String summary) {
        return summary.getBytes(StandardCharsets.UTF_8).length <= SUMMARY_BYTES;
    }

    private String summary(ReportModel model, Conclusion conclusion, int rows, Detail detail)
            throws IOException, UnusableTemplateException {
        Map<String, ?> values = Map.of(
                "report",
                model,
                "detail",
                detail,
                "conclusion",
                conclusion,
                "rows",
                rows,
                Room.LONGEST,
                detail.longest());
        return templates.fill("summary.ftlmd", values);
    }
}
