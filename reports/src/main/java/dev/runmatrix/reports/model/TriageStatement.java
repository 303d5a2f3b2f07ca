// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * A statement with what it rests on.
 *
 * @param claim one sentence
 * @param evidence values with the limits that they were judged by
 * @param refutedBy what would show that it is wrong
 */
public record TriageStatement(Text claim, List<String> evidence, Text refutedBy) {

    public TriageStatement {
        evidence = List.copyOf(evidence);
    }
}
