// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.model.TriageReport;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Turns what is to be said of a live process into Markdown and a page. */
public final class TriageRenderer {

    private final TemplateFolder templates;

    /**
     * Prepares the templates.
     *
     * @param folder files that replace packed templates of the same name
     */
    public TriageRenderer(Optional<Path> folder) throws IOException {
        this.templates = new TemplateFolder(folder);
    }

    public String markdown(TriageReport triage) throws IOException, UnusableTemplateException {
        return templates.fill("triage.ftlmd", Map.of("triage", triage));
    }

    /** A page of its own that reaches nothing outside and runs no script. */
    public String html(TriageReport triage) throws IOException, UnusableTemplateException {
        Assets assets = templates.assets().withoutScript();
        try {
            Map<String, ?> values = Map.of("triage", triage, "style", assets.style(), "policy", assets.policy());
            return ReportRenderer.printable(templates.fill("triage.ftlh", values));
        } catch (TemplateModelException e) {
            throw new IllegalStateException("a style sheet is plain text", e);
        }
    }
}
