// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.chart.ForkSquares;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says whether the run is complete and clean. */
final class StatusBuilder {

    private final Scope scope;
    private final RunVerdicts verdicts;
    private final ClaimReport claims;
    private final Baseline baseline;
    private final Ledger projections;
    private final RunAnalysis run;
    private final ForkLedger ledger;

    StatusBuilder(Scope scope, RunVerdicts verdicts, ClaimReport claims, Baseline baseline, Ledger projections) {
        this.scope = scope;
        this.verdicts = verdicts;
        this.claims = claims;
        this.baseline = baseline;
        this.projections = projections;
        this.run = scope.run();
        this.ledger = run.ledger();
    }

    Status build() {
        return new Status(squares(), sum(), counts(), statements());
    }

    private Figure squares() {
        return ForkSquares.draw(
                "Forks of every cell: " + sum(),
                run.cells().stream()
                        .map(c -> new ForkSquares.CellForks(
                                c.name(),
                                scope.tip(c),
                                c.slots().stream().map(s -> square(s.outcome())).toList()))
                        .toList());
    }

    private static ForkSquares.State square(ForkOutcome outcome) {
        return switch (outcome) {
            case CLEAN -> ForkSquares.State.CLEAN;
            case CONTAMINATED -> ForkSquares.State.CONTAMINATED;
            case SKIPPED, NOT_RUN -> ForkSquares.State.NOT_RUN;
            case FAILED -> ForkSquares.State.FAILED;
            case TIMED_OUT -> ForkSquares.State.TIMED_OUT;
            case WRONG_OUTPUT -> ForkSquares.State.WRONG_OUTPUT;
        };
    }

    private List<ForkOutcome> occurring() {
        return Arrays.stream(ForkOutcome.values())
                .filter(o -> ledger.count(o) > 0)
                .toList();
    }

    private List<Status.Count> counts() {
        return occurring().stream()
                .map(o -> new Status.Count(
                        Wording.outcome(o), ForkSquares.symbol(square(o)), Units.count(ledger.count(o))))
                .toList();
    }

    private String sum() {
        return RunInWords.account(run);
    }

    private List<Status.Statement> statements() {
        SittingWords sittings = new SittingWords(run);
        List<Status.Statement> all = new ArrayList<>();
        all.add(new Status.Statement("Forks", "data", forks()));
        new StopWords(run).told().ifPresent(t -> all.add(plain("Stops", t)));
        all.add(new Status.Statement("Cells", "matrix", cells()));
        all.add(plain("Output", OutputWords.sentence(run)));
        all.addAll(judged());
        RunInWords.sameCellTwice(run).ifPresent(t -> all.add(plain("Noise floor", t)));
        all.add(plain("Noise", new NoiseBuilder(scope).sentence()));
        new JvmWords(run).mixed().ifPresent(t -> all.add(plain("JVMs", t)));
        sittings.told().ifPresent(t -> all.add(plain("Sittings", t)));
        all.add(plain("Time", sittings.time()));
        run.run().exitCode().ifPresent(code -> all.add(plain("Exit code", exit(code))));
        return all;
    }

    private static Status.Statement plain(String key, String text) {
        return new Status.Statement(key, "", Text.of(text));
    }

    /** What has a section of its own below. */
    private List<Status.Statement> judged() {
        List<Status.Statement> all = new ArrayList<>();
        if (!claims.results().isEmpty()) {
            all.add(new Status.Statement("Claims", "claims", Text.of(ClaimsBuilder.brief(claims))));
        }
        all.add(new Status.Statement("Baseline", "baseline", baseline.lead()));
        if (!projections.entries().isEmpty()) {
            all.add(new Status.Statement("Projections", "scaling", Text.of(LedgerRows.brief(projections))));
        }
        return all;
    }

    private Text forks() {
        List<String> beside = new ArrayList<>();
        if (ledger.warmups() > 0) {
            beside.add(Units.counted(ledger.warmups(), "warm-up fork", "warm-up forks"));
        }
        if (ledger.repeated() > 0) {
            beside.add(Units.counted(ledger.repeated(), "repeated attempt", "repeated attempts"));
        }
        if (!ledger.twins().isEmpty()) {
            beside.add(Units.counted(ledger.twins().size(), "fork", "forks") + " of the A/A pair");
        }
        String rest = beside.isEmpty() ? "." : "; " + Wording.list(beside) + " not counted.";
        return Text.of(sum() + rest + " A fork is one fresh process that runs its setting once.");
    }

    private Text cells() {
        List<CellAnalysis> cells = run.cells();
        long ranked = cells.stream().filter(CellAnalysis::isRanked).count();
        String text = Units.count(ranked) + " of " + Units.count(cells.size()) + " ranked";
        String rest = Arrays.stream(CellState.values())
                .filter(s -> s != CellState.RANKED)
                .flatMap(s -> sameState(cells, s).stream())
                .collect(Collectors.joining("; "));
        return Text.of(text + (rest.isEmpty() ? "." : "; " + rest + "."));
    }

    /** {@code C04 out of memory}: cells of one state, named while they are few. */
    private List<String> sameState(List<CellAnalysis> cells, CellState state) {
        return cells.stream()
                .filter(c -> c.state() == state)
                .collect(Collectors.groupingBy(StatusBuilder::reason, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> Wording.names(
                                e.getValue().stream().map(CellAnalysis::name).toList()) + " " + e.getKey())
                .toList();
    }

    private static String reason(CellAnalysis cell) {
        return cell.state() == CellState.FEW_FORKS && !cell.lacksMemory()
                ? "with fewer than 4 forks"
                : Wording.state(cell);
    }

    /** That of measuring; what was judged afterwards makes it 1 where nothing worse happened. */
    private String exit(int code) {
        String good = "every cell gave a result and " + OutputWords.noneWrong(run) + ".";
        if (code == 0 && verdicts.isGateBroken()) {
            return "1, a rule of the gate is broken; " + good;
        }
        if (code == 0 && !claims.broken().isEmpty()) {
            return "1, a claim of the gate is broken; " + good;
        }
        if (code == 0 && verdicts.isSlower()) {
            return "1, the head is slower than the base; " + good;
        }
        return switch (code) {
            case 0 -> "0, " + good;
            case 3 -> "3, some cell gave no result.";
            case 4 -> "4, some output is wrong.";
            case 129, 130, 143 -> code + ", interrupted.";
            default -> code + ".";
        };
    }
}
