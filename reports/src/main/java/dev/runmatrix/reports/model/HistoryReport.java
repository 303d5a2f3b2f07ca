// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * What is to be said of the runs of a time.
 *
 * @param title heading
 * @param unit unit of all medians
 * @param sentence the answer
 * @param sections runs that may be compared, those with the newest run first
 * @param leftOut why runs were left out, a sentence each
 * @param notes how to read it
 */
public record HistoryReport(
        String title,
        String unit,
        Text sentence,
        List<HistorySection> sections,
        List<String> leftOut,
        List<Text> notes) {

    public HistoryReport {
        sections = List.copyOf(sections);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /**
     * Puts a history into words.
     *
     * @param leftOut why runs were left out, a sentence each
     */
    public static HistoryReport of(History history, List<String> leftOut) {
        return new HistoryReportBuilder(history, leftOut).build();
    }
}
