// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import dev.runmatrix.reports.model.ReportModel;
import java.nio.file.Path;

/**
 * A run with its reports.
 *
 * @param name what is special about it
 * @param model what both reports were made of
 * @param html the page
 * @param markdown the same for a review
 */
public record Specimen(String name, ReportModel model, Path html, Path markdown) {

    @Override
    public String toString() {
        return name;
    }
}
