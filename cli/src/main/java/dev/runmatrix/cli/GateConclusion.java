// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Accepted;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.gate.GateReport;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a gate says at the end of a run: a table, a file and an exit status. */
final class GateConclusion {

    /** Where there is no gate. */
    static final GateConclusion NONE = new GateConclusion(Optional.empty(), List.of(), false);

    private final Optional<Gate> gate;
    private final List<Accepted> accepted;
    private final boolean strict;

    private GateConclusion(Optional<Gate> gate, List<Accepted> accepted, boolean strict) {
        this.gate = gate;
        this.accepted = List.copyOf(accepted);
        this.strict = strict;
    }

    /**
     * The conclusion of a gate.
     *
     * @param gate its baseline is the one that the run is compared with
     * @param accepted what somebody has accepted
     * @param strict whether what could not be judged fails the run, whatever the gate says of it
     */
    static GateConclusion of(Gate gate, List<Accepted> accepted, boolean strict) {
        return new GateConclusion(Optional.of(gate), accepted, strict || gate.failsOnInconclusive());
    }

    /** The same run with what the gate says; as it is where there is no gate. */
    Concluded over(Concluded concluded) throws CommandFailure {
        return over(concluded, LocalDate.now(ZoneOffset.UTC));
    }

    /** The same on a day of which it depends what is still accepted. */
    Concluded over(Concluded concluded, LocalDate today) throws CommandFailure {
        if (gate.isEmpty()) {
            return concluded;
        }
        try {
            return concluded.gated(GateReport.of(
                    gate.get(),
                    concluded.stored(),
                    concluded.compared().map(Compared::comparison),
                    concluded.builds(),
                    accepted,
                    today));
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    /** What to print, an empty line first; nothing where there is no gate. */
    List<String> lines(Concluded concluded, Paint paint) {
        List<String> lines = new ArrayList<>();
        concluded.gate().ifPresent(report -> {
            lines.add("");
            lines.addAll(GateText.lines(report, paint));
        });
        return lines;
    }

    /** The report of the gate for programs. */
    String json(Concluded concluded) {
        return GateJson.of(gate.orElseThrow(), concluded.gate().orElseThrow(), concluded.stored(), status(concluded));
    }

    /** The exit status as far as it depends on the gate. */
    int status(Concluded concluded) {
        return concluded
                .gate()
                .map(report -> GateStatus.of(report, strict).status())
                .orElse(ExitCode.OK.status());
    }
}
