// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveProgress;
import dev.runmatrix.reports.triage.ProgressEstimate;
import dev.runmatrix.reports.triage.Triage;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far, how fast, and how long still. */
final class TriageProgressText {

    private static final int SAME_MINUTES = 90;

    private TriageProgressText() {}

    static Text of(Triage triage) {
        LiveObservation seen = triage.facts().seen();
        return triage.progress()
                .map(estimate -> Text.of(sentence(estimate, seen)))
                .orElseGet(() -> seen.progress().map(TriageProgressText::silent).orElse(Text.empty()));
    }

    private static Text silent(LiveProgress progress) {
        String read = progress.lines() == 0
                ? "nothing was written to it while watched"
                : Units.counted(progress.lines(), "line was", "lines were") + " read, and none has a number where the"
                        + " pattern looks for one";
        return Text.of("Not known: ")
                .code(progress.source())
                .plain(": " + progress.trouble().orElse(read) + ".");
    }

    private static String sentence(ProgressEstimate estimate, LiveObservation seen) {
        String unit = estimate.bytes() ? " of input read" : " done";
        String done = amount(estimate, estimate.done())
                + estimate.total()
                        .map(total -> " of " + amount(estimate, total) + unit + ", "
                                + Units.percent(total > 0 ? estimate.done() / total : 1))
                        .orElse(unit);
        List<String> rates = new ArrayList<>();
        estimate.windowRate().ifPresent(rate -> rates.add(rate(estimate, rate) + " while watched"));
        estimate.lifeRate().ifPresent(rate -> rates.add(rate(estimate, rate) + " since its start"));
        String still = estimate.windowRate().isEmpty() ? silence(estimate) : "";
        return done + (rates.isEmpty() ? "" : "; " + String.join(", ", rates)) + still + left(estimate, seen) + ".";
    }

    private static String silence(ProgressEstimate estimate) {
        return estimate.bytes()
                ? "; too little was read while watched to tell when it will be done"
                : "; no advance was seen while watched";
    }

    private static String left(ProgressEstimate estimate, LiveObservation seen) {
        Optional<Double> shortest = estimate.shortestSeconds();
        Optional<Double> longest = estimate.longestSeconds();
        if (shortest.isEmpty() || longest.isEmpty()) {
            return "";
        }
        if (estimate.bytes()) {
            return "; about " + range(shortest.get(), longest.get())
                    + " of reading left at these rates, if it reads all of it and nothing twice";
        }
        Instant end =
                seen.process().startedAt().plus(seen.process().ageAtStart()).plusNanos(seen.windowNanos());
        return "; " + range(shortest.get(), longest.get()) + " left, done "
                + instants(end, shortest.get(), longest.get());
    }

    private static String range(double shortest, double longest) {
        String low = TriageUnits.seconds(shortest);
        String high = TriageUnits.seconds(longest);
        return low.equals(high) ? low : low + " to " + high;
    }

    private static String instants(Instant now, double shortest, double longest) {
        String low = Units.instant(now.plus(Duration.ofMillis(Math.round(shortest * 1000))));
        String high = Units.instant(now.plus(Duration.ofMillis(Math.round(longest * 1000))));
        return longest - shortest < SAME_MINUTES && low.equals(high) ? low : "between " + low + " and " + high;
    }

    private static String amount(ProgressEstimate estimate, double units) {
        return estimate.bytes() ? TriageUnits.bytes(units) : TriageUnits.amount(units);
    }

    private static String rate(ProgressEstimate estimate, double units) {
        return amount(estimate, units) + "/s";
    }
}
