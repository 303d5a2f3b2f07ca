// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A cell of a recorded run.
 *
 * @param plan what was planned of it
 * @param forks those that its numbers rest on, by rising wall time
 */
record RecordedCell(JsonNode plan, List<RecordedFork> forks) {

    String name() {
        return plan.get("name").asText();
    }

    String axis(String name) {
        return plan.at("/cell/" + name).asText();
    }

    int requestedWorkers() {
        return plan.get("requested_workers").asInt();
    }

    /** Whether all of its forks tell a number. */
    boolean tells(String pointer) {
        return forks.stream().noneMatch(fork -> fork.line().at(pointer).isMissingNode());
    }

    boolean isQuiet() {
        return forks.stream().noneMatch(RecordedFork::isDisturbed);
    }

    /** The one with the middle wall time, the faster of two. */
    RecordedFork shown() {
        return forks.get((forks.size() - 1) / 2);
    }

    double wall() {
        return shown().wall();
    }

    double cpu() {
        return shown().cpu();
    }

    double cores() {
        return shown().cores();
    }

    double[] all(ToDoubleFunction<RecordedFork> number) {
        return forks.stream().mapToDouble(number).toArray();
    }

    double[] walls() {
        return all(RecordedFork::wall);
    }

    double median(ToDoubleFunction<RecordedFork> number) {
        return Arithmetic.median(all(number));
    }

    double peakRss() {
        return forks.stream()
                .mapToDouble(fork -> fork.at("/process/peak_rss_bytes"))
                .max()
                .orElseThrow();
    }

    /** {@code 36.8 s}, {@code −62 %}, {@code 96.4 s}: against another. */
    String[] against(RecordedCell base) {
        return new String[] {
            Printed.seconds(wall()), Printed.change(wall() / base.wall() - 1), Printed.seconds(base.wall())
        };
    }

    /** Wall, CPU work and cores of this ÷ those of another. */
    String[] decomposition(RecordedCell base) {
        return new String[] {
            Printed.ratio(wall() / base.wall()),
            Printed.ratio(cpu() / base.cpu()),
            Printed.ratio(cores() / base.cores())
        };
    }

    /** The ratio over all forks with its interval. */
    String[] overAll(RecordedCell base) {
        double[] ends = Arithmetic.ends(walls(), base.walls());
        return new String[] {
            Printed.ratio(Arithmetic.ratio(walls(), base.walls())),
            Printed.ratioNumber(ends[0]),
            Printed.ratioNumber(ends[1])
        };
    }
}
