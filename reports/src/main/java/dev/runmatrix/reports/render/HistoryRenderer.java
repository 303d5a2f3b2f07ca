// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.model.HistoryReport;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Turns the history of runs into Markdown and a page. */
public final class HistoryRenderer {

    private final TemplateFolder templates;

    /**
     * Prepares the templates.
     *
     * @param folder files that replace packed templates of the same name
     */
    public HistoryRenderer(Optional<Path> folder) throws IOException {
        this.templates = new TemplateFolder(folder);
    }

    /** Where there are more cells than a forge shows, only those that changed. */
    public String markdown(HistoryReport history) throws IOException, UnusableTemplateException {
        String whole = templates.fill("history.ftlmd", Map.of("history", history, "all", true));
        return whole.getBytes(StandardCharsets.UTF_8).length <= ReportRenderer.MARKDOWN_BYTES
                ? whole
                : templates.fill("history.ftlmd", Map.of("history", history, "all", false));
    }

    /** A page of its own that reaches nothing outside and runs no script. */
    public String html(HistoryReport history) throws IOException, UnusableTemplateException {
        Assets assets = templates.assets("history.css").withoutScript();
        try {
            Map<String, ?> values = Map.of("history", history, "style", assets.style(), "policy", assets.policy());
            return ReportRenderer.printable(templates.fill("history.ftlh", values));
        } catch (TemplateModelException e) {
            throw new IllegalStateException("a style sheet is plain text", e);
        }
    }
}
