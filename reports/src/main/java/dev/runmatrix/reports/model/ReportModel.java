// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.projection.Ledger;
import java.util.List;
import java.util.Optional;

/**
 * Both reports, section by section in reading order.
 *
 * @param head title, question and identity of the run
 * @param banners what must be known before anything else is believed; usually none
 * @param answer what to do
 * @param status whether the run is complete and clean
 * @param baseline the run beside an earlier one, beside another build, and before its gate
 * @param claims what the matrix states, judged
 * @param findings causes and remedies
 * @param options the proposals, measured; absent where the matrix names none
 * @param engines engines beside each other, one table an input; empty where they are no axis
 * @param matrix all cells
 * @param tradeOff time against memory, and memory against rows
 * @param timelines cores and memory over time
 * @param why work or parallelism
 * @param scaling projections and their ledger
 * @param method machine and method
 * @param data files, commands, accounts
 */
public record ReportModel(
        Head head,
        List<Banner> banners,
        Answer answer,
        Status status,
        Baseline baseline,
        Claims claims,
        Findings findings,
        Optional<Options> options,
        List<EngineTable> engines,
        Matrix matrix,
        TradeOff tradeOff,
        TimelineSection timelines,
        Why why,
        Scaling scaling,
        Method method,
        Data data) {

    public ReportModel {
        banners = List.copyOf(banners);
        engines = List.copyOf(engines);
    }

    /**
     * Writes up a judged run.
     *
     * @param verdicts what is known beyond the run itself
     * @param ledger projections, as the folder of the run has them
     * @param besideRun whether the reports lie in the directory of the run, so that its files can be linked
     */
    public static ReportModel of(
            RunAnalysis run, Timelines timelines, RunVerdicts verdicts, Ledger ledger, boolean besideRun) {
        Scope scope = Scope.of(run);
        Answer answer = new AnswerBuilder(scope).build();
        ClaimReport claims = verdicts.claims().orElseGet(() -> ClaimReport.of(run));
        Baseline baseline = new BaselineBuilder(run, verdicts).build();
        return new ReportModel(
                HeadBuilder.build(scope, answer),
                BannerBuilder.build(scope, verdicts, claims),
                answer,
                new StatusBuilder(scope, verdicts, claims, baseline, ledger).build(),
                baseline,
                new ClaimsBuilder(scope, claims).build(),
                new FindingsBuilder(scope).build(),
                new OptionsBuilder(scope, answer.recommended(), new ProjectedGains(run, ledger)).build(),
                EngineTableBuilder.build(scope),
                new MatrixBuilder(scope, answer.recommended(), timelines).build(),
                new TradeOffBuilder(scope).build(),
                new TimelineBuilder(scope, answer.recommended(), timelines).build(),
                new WhyBuilder(scope, verdicts, answer.recommended()).build(),
                new ScalingBuilder(scope, answer.recommended(), ledger).build(),
                new MethodBuilder(scope).build(),
                new DataBuilder(scope, timelines, besideRun).build());
    }
}
