// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.triage.Triage;
import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * What is to be said of a process that was watched.
 *
 * @param title heading
 * @param facts which process, since when, for how long it was watched
 * @param verdict its state in a word or two
 * @param statements one to three, the first is the verdict
 * @param why the setting or the cause that explains it; empty where none is known
 * @param change what to change; empty where nothing is to be changed
 * @param progress how far it is and when it will be done; empty where that is not known
 * @param status every quantity that was read
 * @param threadsLead what the table of threads shows
 * @param threads those with the most processor time
 * @param notes what could not be read, and what limits the statements
 * @param footer the last line
 */
public record TriageReport(
        String title,
        List<KeyValue> facts,
        Tag verdict,
        List<TriageStatement> statements,
        Text why,
        Text change,
        Text progress,
        List<KeyValue> status,
        String threadsLead,
        List<TriageThread> threads,
        List<Text> notes,
        Text footer) {

    public TriageReport {
        facts = List.copyOf(facts);
        statements = List.copyOf(statements);
        status = List.copyOf(status);
        threads = List.copyOf(threads);
        notes = List.copyOf(notes);
    }

    /** Writes up a judged observation. */
    public static TriageReport of(Triage triage) {
        return new TriageReportBuilder(triage).build();
    }

    /** The verdict as a sentence. */
    public Text sentence() {
        return statements.get(0).claim();
    }
}
