// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.Optional;

/** Cores and memory of one fork over time, one small panel a cell, all on the same scales. */
public final class TimelineChart {
    private TimelineChart() {}

    /**
     * One look at a fork.
     *
     * @param seconds since the process started
     * @param cpuSeconds CPU time of the process so far
     * @param hostBusySeconds busy time of all processors of the machine so far, from any start
     * @param rss resident set now, in the unit of the axis
     */
    public record Sample(double seconds, double cpuSeconds, double hostBusySeconds, double rss) {
        public Sample {
            Amounts.checked("time", seconds);
            Amounts.checked("CPU time", cpuSeconds);
            Amounts.checked("busy time", hostBusySeconds);
            Amounts.checked("RSS", rss);
        }
    }

    /**
     * One fork.
     *
     * @param cell id of the cell
     * @param label what the drawing says, for those who cannot see it
     * @param note how the fork ended, {@code out of memory, 19 s}; empty when it finished
     * @param family colour of the cores
     * @param outcome a cross at the death, an arrow at the time limit
     * @param endSeconds when the process ended
     * @param samples in the order of time
     */
    public record Panel(
            String cell,
            String label,
            String note,
            Family family,
            Outcome outcome,
            double endSeconds,
            List<Sample> samples) {
        public Panel {
            Amounts.checked("end of " + cell, endSeconds);
            samples = List.copyOf(samples);
        }
    }

    /**
     * All panels.
     *
     * @param rssTitle title of the memory axis with its unit, {@code RSS, GB}
     * @param grantedCores processors that the machine grants, above 0
     * @param rssBudget memory limit in the unit of the axis
     * @param panels in the order of the report
     */
    public record Input(String rssTitle, double grantedCores, Optional<Double> rssBudget, List<Panel> panels) {
        public Input {
            Amounts.checkedPositive("granted cores", grantedCores);
            rssBudget.ifPresent(budget -> Amounts.checkedPositive("RSS budget", budget));
            panels = List.copyOf(panels);
        }
    }

    /**
     * A finished panel.
     *
     * @param cell id of the cell
     * @param figure its drawing for page and phone
     */
    public record Drawn(String cell, Figure figure) {}

    /** Whether the memory axis reaches the budget. */
    public static boolean showsBudget(Input input) {
        return input.rssBudget()
                .filter(budget -> budget <= TimelineScale.of(input).rss())
                .isPresent();
    }

    /** Over how many seconds, at least, the cores are averaged. */
    public static double windowSeconds(Input input) {
        return TimelineScale.of(input).windowSeconds();
    }

    /** One drawing a panel, in their order. */
    public static List<Drawn> draw(Input input) {
        TimelineScale scale = TimelineScale.of(input);
        return input.panels().stream()
                .map(panel -> new Drawn(
                        panel.cell(),
                        new Figure(
                                new TimelinePanel(input, scale, panel, 268).drawing(),
                                new TimelinePanel(input, scale, panel, 166).drawing())))
                .toList();
    }
}
