// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import dev.runmatrix.reports.chart.Drawing;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows records to templates; an empty {@link Optional} is a missing value, and a drawing is HTML that needs no escaping. */
final class ModelWrapper extends DefaultObjectWrapper {

    ModelWrapper() {
        super(Configuration.VERSION_2_3_35);
        setMemberAccessPolicy(new ModelMembers());
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? wrap(optional.get()) : null;
        }
        if (value instanceof Drawing drawing) {
            return HTMLOutputFormat.INSTANCE.fromMarkup(drawing.markup());
        }
        return super.wrap(value);
    }
}
