// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * Accounts, commands and files.
 *
 * @param repeat commands that run the matrix again, a line each
 * @param render command that renders these reports again
 * @param files files of the run, relative to its directory
 * @param outcomes names of the outcomes that occur, the columns of the account
 * @param forks the account of forks, one row a cell, the sum last
 * @param noise what the machine did around the forks of each cell; cells around which nothing was seen are missing
 * @param attempts every counted attempt
 * @param skips settings that were not measured
 * @param notes what else the data holds or lacks
 */
public record Data(
        List<String> repeat,
        String render,
        List<String> files,
        List<String> outcomes,
        List<ForkRow> forks,
        List<NoiseRow> noise,
        ForkRows attempts,
        List<Skipped> skips,
        List<Text> notes) {

    /**
     * Forks of one cell.
     *
     * @param cell its name, or the word for the sum
     * @param planned planned forks
     * @param counts forks of each outcome, in the order of the columns
     */
    public record ForkRow(String cell, String planned, List<String> counts) {
        public ForkRow {
            counts = List.copyOf(counts);
        }
    }

    /**
     * Noise around the counted forks of one cell, least to greatest; a dash where it cannot be read.
     *
     * @param cell its name
     * @param foreign cores of other processes
     * @param stolen percent of capacity
     * @param runQueue percent of the wall time of the requested workers
     * @param throttled mean processors held back
     * @param pressure percent of the wall time for processor, memory and I/O
     * @param majorFaults page faults that storage served
     * @param cache where the input came from
     */
    public record NoiseRow(
            String cell,
            String foreign,
            String stolen,
            String runQueue,
            String throttled,
            String pressure,
            String majorFaults,
            String cache) {}

    /**
     * A setting that was not measured.
     *
     * @param setting its axes and values
     * @param reason why
     */
    public record Skipped(String setting, String reason) {}

    public Data {
        repeat = List.copyOf(repeat);
        files = List.copyOf(files);
        outcomes = List.copyOf(outcomes);
        forks = List.copyOf(forks);
        noise = List.copyOf(noise);
        skips = List.copyOf(skips);
        notes = List.copyOf(notes);
    }
}
