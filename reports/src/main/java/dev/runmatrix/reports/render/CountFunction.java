// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.words.Units;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;

/** The function {@code count} of all templates: how many things there are, written as all counts are. */
final class CountFunction {

    private CountFunction() {}

    static TemplateMethodModelEx ofANumber() {
        return arguments -> {
            if (arguments.size() == 1 && arguments.get(0) instanceof TemplateNumberModel number) {
                return Units.count(number.getAsNumber().longValue());
            }
            throw new TemplateModelException("argument 1 must be a number");
        };
    }
}
