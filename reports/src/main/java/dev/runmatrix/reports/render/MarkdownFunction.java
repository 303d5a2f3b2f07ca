// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.words.Span;
import dev.runmatrix.reports.words.Text;
import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Functions of the Markdown templates: {@code rich}, {@code richCell}, {@code code}, {@code cellCode}, {@code strong}, {@code slug},
 * {@code fenced}. */
final class MarkdownFunction {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private MarkdownFunction() {}

    static TemplateMethodModelEx span(UnaryOperator<String> code) {
        return arguments -> markup(code.apply(Room.cut(string(arguments, 0))));
    }

    /** A whole sentence: code as spans, emphasis as stars, the rest escaped. */
    static TemplateMethodModelEx sentence(UnaryOperator<String> code) {
        return arguments -> {
            StringBuilder markdown = new StringBuilder();
            for (Span span : text(arguments).spans()) {
                String shown = Room.cut(span.text());
                markdown.append(
                        switch (span.kind()) {
                            case CODE -> code.apply(shown);
                            case STRONG -> MarkdownEscape.strong(shown);
                            case PLAIN -> MarkdownEscape.text(shown);
                        });
            }
            return markup(markdown.toString());
        };
    }

    /** What may stand inside a comment as it is. */
    static TemplateMethodModelEx slug() {
        return arguments -> {
            String slug = string(arguments, 0);
            if (!SLUG.matcher(slug).matches()) {
                throw new TemplateModelException("argument 1 must be lower-case letters, digits and single hyphens");
            }
            return markup(slug);
        };
    }

    private static Text text(List<?> arguments) throws TemplateModelException {
        if (!arguments.isEmpty()
                && arguments.get(0) instanceof AdapterTemplateModel model
                && model.getAdaptedObject(Text.class) instanceof Text text) {
            return text;
        }
        throw new TemplateModelException("argument 1 must be a sentence of the model");
    }

    static TemplateMethodModelEx fenced() {
        return arguments -> markup(MarkdownEscape.fenced(string(arguments, 0), strings(arguments, 1)));
    }

    private static TemplateModel markup(String markdown) throws TemplateModelException {
        return MarkdownOutputFormat.INSTANCE.fromMarkup(markdown);
    }

    private static String string(List<?> arguments, int index) throws TemplateModelException {
        if (index < arguments.size() && arguments.get(index) instanceof TemplateScalarModel scalar) {
            return scalar.getAsString();
        }
        throw new TemplateModelException("argument " + (index + 1) + " must be a text");
    }

    private static List<String> strings(List<?> arguments, int index) throws TemplateModelException {
        if (index >= arguments.size() || !(arguments.get(index) instanceof TemplateSequenceModel sequence)) {
            throw new TemplateModelException("argument " + (index + 1) + " must be a list of texts");
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            strings.add(Room.cut(string(List.of(sequence.get(i)), 0)));
        }
        return strings;
    }
}
