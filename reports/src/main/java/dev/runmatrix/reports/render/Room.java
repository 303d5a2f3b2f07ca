// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import freemarker.core.Environment;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;

/** How long a text may be in the document that is being filled. */
final class Room {

    /** Variable of the document with the most characters; without it there is room for any text. */
    static final String LONGEST = "longest";

    private Room() {}

    /** The text, or its beginning with an ellipsis. */
    static String cut(String text) throws TemplateModelException {
        TemplateModel longest = Environment.getCurrentEnvironment().getVariable(LONGEST);
        int most = longest instanceof TemplateNumberModel number
                ? number.getAsNumber().intValue()
                : Integer.MAX_VALUE;
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }
}
