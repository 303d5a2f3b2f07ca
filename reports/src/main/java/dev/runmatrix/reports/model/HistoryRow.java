// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

/**
 * A cell in one line.
 *
 * @param cell its name
 * @param label its configuration
 * @param course its values from run to run in block characters, on the scale of the section; empty without a value
 * @param first median of the first compared run; a dash without one
 * @param last median of the last compared run; a dash without one
 * @param change last against first in percent of the first, with a sign; a dash below two runs
 * @param interval what two sittings of one build would keep to around it, in percent of the first; empty below two runs
 * @param runs compared runs
 * @param tag whether it changed
 */
public record HistoryRow(
        String cell,
        String label,
        String course,
        String first,
        String last,
        String change,
        String interval,
        String runs,
        Tag tag) {}
