// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import freemarker.core.CommonTemplateMarkupOutputModel;
import org.jspecify.annotations.Nullable;

/** A piece of Markdown that is already escaped. */
final class MarkdownMarkup extends CommonTemplateMarkupOutputModel<MarkdownMarkup> {

    MarkdownMarkup(@Nullable String plain, @Nullable String markup) {
        super(plain, markup);
    }

    @Override
    public MarkdownOutputFormat getOutputFormat() {
        return MarkdownOutputFormat.INSTANCE;
    }
}
