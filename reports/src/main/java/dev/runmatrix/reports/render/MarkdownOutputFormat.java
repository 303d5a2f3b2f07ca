// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Makes FreeMarker escape for Markdown what a template prints, as it does for HTML. */
final class MarkdownOutputFormat extends CommonMarkupOutputFormat<MarkdownMarkup> {

    static final MarkdownOutputFormat INSTANCE = new MarkdownOutputFormat();

    private MarkdownOutputFormat() {}

    @Override
    public String getName() {
        return "Markdown";
    }

    @Override
    public String getMimeType() {
        return "text/markdown";
    }

    @Override
    public void output(String text, Writer out) throws IOException, TemplateModelException {
        out.write(escapePlainText(text));
    }

    @Override
    public String escapePlainText(String plain) throws TemplateModelException {
        return MarkdownEscape.text(Room.cut(plain)).strip();
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }

    @Override
    protected MarkdownMarkup newTemplateMarkupOutputModel(@Nullable String plain, @Nullable String markup) {
        return new MarkdownMarkup(plain, markup);
    }
}
