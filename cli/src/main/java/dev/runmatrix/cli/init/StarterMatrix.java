// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The text of a first matrix file: the way a program is run today, and the values on both sides of it.
 *
 * @param dataset what is aggregated
 * @param settings the reference
 * @param program the Python program's configuration; absent where nothing is known of it
 */
public record StarterMatrix(String dataset, ProgramSettings settings, Optional<PythonProgram> program) {

    /** The whole file. */
    public String text() {
        return head()
                + axes()
                + reference()
                + program.map(python -> python.text(dataset)).orElse("")
                + rest();
    }

    private String head() {
        String question = program.isPresent()
                ? "Is the configuration of today a good one, and which change would gain most?"
                : "Which configuration is fastest, and what does it cost in memory?";
        return """
                # What ./run-matrix measures. `./run-matrix plan` shows what this file comes to, without measuring.
                # A mistyped key or value is reported with its line and column; nothing is ignored silently.
                schema: run-matrix/v1

                title: "%s: which configuration?"
                question: "%s"

                """.formatted(dataset, question);
    }

    private String axes() {
        return """
                # Every combination of these values is one setting. Settings that differ only in a value without effect are
                # measured once: in memory there are no chunks, and serial streaming has no use for a second worker.
                axes:
                  dataset: [%s]      # see `./run-matrix dataset list`; `dataset import DIR` brings your own
                  mode: [streaming, in-memory]
                  parallel_chunks: [false, true]
                  max_workers: %s
                  chunk_size: %s

                """.formatted(
                        dataset,
                        around(settings.maxWorkers(), ProgramSettings.MOST_WORKERS),
                        around(settings.chunkSize(), Integer.MAX_VALUE));
    }

    /** A value, half of it and twice as much. */
    private static String around(int value, int most) {
        TreeSet<Long> values = new TreeSet<>(List.of((long) value, Math.max(1L, value / 2)));
        values.add(Math.min(most, 2L * value));
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Names what has an effect: among cells that differ in nothing else, one stands for all. */
    private String referenceCell() {
        if (!settings.streaming()) {
            return "{mode: in-memory, max_workers: " + settings.maxWorkers() + "}";
        }
        String workers = settings.parallelChunks() ? "true, max_workers: " + settings.maxWorkers() : "false";
        return "{mode: streaming, parallel_chunks: " + workers + ", chunk_size: " + settings.chunkSize() + "}";
    }

    private String reference() {
        String how = program.map(it -> "How the job runs today, by " + it.shownConfig() + ".")
                .orElse("What the other cells are compared with.");
        return "# " + how + " Name as many axes as it takes to mean one cell.\nreference_cell: " + referenceCell()
                + "\n\n" + program.map(PythonProgram::othersText).orElse("");
    }

    private String rest() {
        return """
                # Statements to hold against the measurement, and what a configuration may cost to be recommended.
                claims:
                  - {name: "Every cell writes the same output", kind: equality}
                # budget: {rss: 4GB}              # 1GB is 10^9 bytes, 1GiB is 2^30

                # One fork is one fresh process that aggregates once. Forks of all cells take turns in random order.
                measure:
                  forks: 6                        # counted; verdicts need 6, a ranking 4
                  warmup: {forks: 1}              # recorded, not counted
                  twin: true                      # the reference is measured twice a round: their difference is noise
                  timeout: 10m                    # a fork that lives longer is ended, and the others go on
                  # budget: 30m                   # the time for measuring; what is not made then, --resume makes later

                # `./run-matrix --profile smoke` lays this over the above.
                profiles:
                  smoke:
                    title: "Does everything work?"
                    axes: {max_workers: [%d], chunk_size: [%d]}
                    measure: {forks: 2, warmup: {forks: 0}, twin: false}
                """.formatted(settings.maxWorkers(), settings.chunkSize());
    }
}
