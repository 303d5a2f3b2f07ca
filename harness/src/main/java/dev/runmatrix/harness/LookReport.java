// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Quantity;
import dev.runmatrix.harness.result.CellEnd;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells a listener what the looks at the end of a round came to. */
final class LookReport {

    private final Protocol protocol;
    private final Scheduler scheduler;
    private final RunListener listener;
    private final Set<String> told = new HashSet<>();

    LookReport(Protocol protocol, Scheduler scheduler, RunListener listener) {
        this.protocol = protocol;
        this.scheduler = scheduler;
        this.listener = listener;
        scheduler.ended().forEach(end -> told.add(end.cell()));
    }

    /** Tells which cells have ended since the last time, where a round is over. */
    void look() {
        if (!scheduler.isBetweenRounds()) {
            return;
        }
        List<CellEnd> ended =
                scheduler.ended().stream().filter(end -> told.add(end.cell())).toList();
        tell(ended, CellEnd.Reason.PRECISE, "known to ±" + Quantity.percent(protocol.precision()));
        tell(
                ended,
                CellEnd.Reason.FUTILE,
                "too noisy for ±" + Quantity.percent(protocol.precision()) + " with " + protocol.maxForks() + " forks");
        tell(ended, CellEnd.Reason.FAILING, "failed " + protocol.maxFailures() + " times in a row, others skipped");
        listener.scheduleChanged(scheduler.ahead());
    }

    private void tell(List<CellEnd> ended, CellEnd.Reason reason, String what) {
        List<String> cells = new ArrayList<>();
        ended.stream().filter(end -> end.reason() == reason).forEach(end -> cells.add(end.cell()));
        if (!cells.isEmpty()) {
            int shown = Math.min(cells.size(), 8);
            String more = cells.size() > shown ? " and " + (cells.size() - shown) + " more" : "";
            listener.noted(String.join(", ", cells.subList(0, shown)) + more + ": " + what + ".");
        }
    }
}
