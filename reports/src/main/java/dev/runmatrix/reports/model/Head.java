// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * Title and identity.
 *
 * @param title heading
 * @param pageTitle title of the window
 * @param subtitle what was measured, one sentence or two
 * @param runId identity of the run
 * @param matrixId identity of the question: the same for every run of the same title
 * @param facts run, input, machine, build
 * @param origin machine class, build and data: what must be the same for times to be comparable
 * @param footer the last line
 */
public record Head(
        String title,
        String pageTitle,
        Text subtitle,
        String runId,
        String matrixId,
        List<KeyValue> facts,
        List<KeyValue> origin,
        Text footer) {

    public Head {
        facts = List.copyOf(facts);
        origin = List.copyOf(origin);
    }
}
