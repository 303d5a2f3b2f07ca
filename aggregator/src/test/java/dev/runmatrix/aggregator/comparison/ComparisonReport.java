// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What {@code bench/compare} prints, in Markdown. */
final class ComparisonReport {

    /** Wall seconds for a million rows of the Python program that this one replaces, whose one core was always busy. */
    private static final double PYTHON_BEST = 59;

    private static final double PYTHON_WORST = 92;

    private final Observations observations;
    private final DataSet main;
    private final List<DataSet> sizes;

    ComparisonReport(Observations observations, DataSet main, List<DataSet> sizes) {
        this.observations = observations;
        this.main = main;
        this.sizes = List.copyOf(sizes);
    }

    String render(int rounds, long seed, String agreement) throws IOException {
        return String.format("# %s: %,d rows%n%n", main.name(), main.rows())
                + String.format(
                        "Rounds: %d, each in an order of its own (seed %d); %s.%n%s%n%n",
                        rounds, seed, agreement, quiet())
                + observationTable()
                + "\nA ratio is the median of the ratios within each round, with their range. A bar is the largest ratio that"
                + " reaches it.\n\n"
                + barTable()
                + (sizes.size() > 1 ? "\n" + new Scaling(observations, sizes).render() : "")
                + "\n"
                + python();
    }

    private String quiet() throws IOException {
        return String.format(
                "%s, %d processors, Java %s. In %d of %d processes others kept more than 0.15 processors busy.",
                ProcFiles.processorModel(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                observations.disturbed(),
                observations.count());
    }

    private String observationTable() {
        StringBuilder out = new StringBuilder("| program | wall | CPU | peak RSS | inside: wall | CPU |\n");
        out.append("|---|--:|--:|--:|--:|--:|\n");
        for (String program : observations.programs()) {
            out.append("| ").append(program);
            out.append(cell(program, Quantity.WALL)).append(cell(program, Quantity.CPU));
            out.append(cell(program, Quantity.PEAK_RSS));
            if (observations.isWarm(program)) {
                out.append(cell(program, Quantity.WARM_WALL)).append(cell(program, Quantity.WARM_CPU));
            } else if (observations.hasInside(program)) {
                out.append(cell(program, Quantity.INSIDE_WALL)).append(cell(program, Quantity.INSIDE_CPU));
            } else {
                out.append(" | – | –");
            }
            out.append(" |\n");
        }
        return out + "\nMedian (least–greatest). Inside: without the start; of warm programs, iterations "
                + (Quantity.COLD_ITERATIONS + 1) + " to " + Quantity.ITERATIONS + ".\n";
    }

    private String cell(String program, Quantity quantity) {
        return " | " + quantity.format(observations.median(program, quantity));
    }

    private String barTable() {
        List<Bar> bars = new ArrayList<>(Bars.ofData(main));
        if (!sizes.isEmpty()) {
            bars.addAll(Bars.ofSizes(sizes, main));
        }
        StringBuilder out = new StringBuilder("| what: against what | ours | theirs | ratio | range | bar | |\n");
        out.append("|---|--:|--:|--:|--:|--:|---|\n");
        bars.stream()
                .filter(bar -> bar.isMeasured(observations))
                .forEach(bar -> out.append(bar.row(observations)).append('\n'));
        return out.toString();
    }

    private String python() {
        double seconds =
                observations.median(Programs.oursName(main, 2), Quantity.WALL).value() / main.rows() * 1e6;
        return String.format(
                "%.2f s of wall for a million rows, 2 workers, whole process: %.0f to %.0f times as fast as the Python"
                        + " program, which took %.0f to %.0f s on one core whatever it was told.%n",
                seconds, PYTHON_BEST / seconds, PYTHON_WORST / seconds, PYTHON_BEST, PYTHON_WORST);
    }
}
