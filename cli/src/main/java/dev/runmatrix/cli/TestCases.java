// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.gate.GateResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run came to, as test cases: each rule of the gate in each cell; each claim; each metric of two builds; and each cell that no
 * rule names, for having been measured and verified.
 */
final class TestCases {

    private static final String GATE = "gate";
    private static final String BUILDS = "builds";
    private static final String CELLS = "cells";
    private static final String CLAIMS = "claims";

    private final Concluded concluded;
    private final List<CellOutcome> cells;

    private TestCases(Concluded concluded, List<CellOutcome> cells) {
        this.concluded = concluded;
        this.cells = cells;
    }

    static List<TestCase> of(Concluded concluded, List<CellOutcome> cells) {
        return new TestCases(concluded, cells).all();
    }

    private List<TestCase> all() {
        List<TestCase> all = new ArrayList<>();
        Set<String> named = new HashSet<>();
        concluded
                .gate()
                .ifPresent(gate -> gate.results().forEach(result -> {
                    named.add(result.cell().name());
                    all.add(rule(result));
                }));
        if (concluded.gate().isEmpty()) {
            concluded.builds().ifPresent(builds -> all.addAll(metrics(builds)));
        }
        concluded.claims().ifPresent(claims -> claims.results().forEach(claim -> all.add(claim(claim))));
        cells.stream()
                .filter(cell -> !named.contains(cell.name()))
                .map(TestCases::cell)
                .forEach(all::add);
        return all;
    }

    private TestCase rule(GateResult result) {
        Optional<CellOutcome> cell = cells.stream()
                .filter(c -> c.name().equals(result.cell().name()))
                .findFirst();
        String broken =
                cell.filter(CellOutcome::isBroken).map(c -> "; " + c.sentence()).orElse("");
        String more = result.accepted().map(who -> "; accepted: " + who).orElse("") + broken;
        return new TestCase(
                GATE,
                result.cellText() + ": " + result.ruleText(),
                result.cell().name() + " " + result.rule().metric().key(),
                result(result, !broken.isEmpty()),
                more.isEmpty() ? result.sentence() : result.sentence().replaceFirst("\\.$", "") + more,
                cell.flatMap(CellOutcome::seconds));
    }

    private static TestCase.Result result(GateResult result, boolean broken) {
        return switch (result.outcome()) {
            case PASS, ACCEPTED -> TestCase.Result.PASSED;
            case FAIL -> TestCase.Result.FAILURE;
            case INCONCLUSIVE -> TestCase.Result.SKIPPED;
            case NOT_MEASURED -> broken ? TestCase.Result.ERROR : TestCase.Result.SKIPPED;
        };
    }

    /** A claim fails a build where it is part of the gate; elsewhere it is told, and the build passes. */
    private static TestCase claim(ClaimResult claim) {
        TestCase.Result result = switch (claim.outcome()) {
            case PASS -> TestCase.Result.PASSED;
            case FAIL -> claim.failsRun() ? TestCase.Result.FAILURE : TestCase.Result.SKIPPED;
            case CANNOT_TELL, NOT_MEASURED -> TestCase.Result.SKIPPED;
        };
        return new TestCase(
                CLAIMS, claim.claim().name(), claim.id(), result, ClaimText.sentence(claim), Optional.empty());
    }

    private static TestCase cell(CellOutcome cell) {
        TestCase.Result result = cell.isBroken()
                ? TestCase.Result.ERROR
                : cell.isMissing() ? TestCase.Result.SKIPPED : TestCase.Result.PASSED;
        return new TestCase(
                CELLS,
                cell.setting() + ": measured and verified",
                cell.name(),
                result,
                cell.sentence(),
                cell.seconds());
    }

    private static List<TestCase> metrics(BuildComparison builds) {
        List<TestCase> all = new ArrayList<>();
        for (JudgedPair pair : builds.pairs()) {
            String setting = BuildWords.setting(pair);
            if (pair.metrics().isEmpty()) {
                all.add(new TestCase(
                        BUILDS,
                        setting + ": both builds compared",
                        setting,
                        isBroken(pair.baseSide()) || isBroken(pair.headSide())
                                ? TestCase.Result.ERROR
                                : TestCase.Result.SKIPPED,
                        BuildWords.notCompared(pair),
                        Optional.empty()));
            }
            pair.metrics().forEach(metric -> all.add(metric(setting, metric, pair)));
        }
        return all;
    }

    private static boolean isBroken(ComparedCell.Side side) {
        return side.isBroken();
    }

    private static TestCase metric(String setting, JudgedMetric metric, JudgedPair pair) {
        String word = ComparisonNumbers.word(metric.metric());
        return new TestCase(
                BUILDS,
                setting + ": " + word + " is not slower",
                setting + " " + word,
                result(metric.verdict()),
                BuildWords.sentence(metric),
                BuildWords.seconds(pair));
    }

    private static TestCase.Result result(Verdict verdict) {
        return switch (verdict) {
            case SLOWER -> TestCase.Result.FAILURE;
            case FASTER, WITHIN -> TestCase.Result.PASSED;
            case CANNOT_TELL, TOO_FEW_FORKS -> TestCase.Result.SKIPPED;
        };
    }
}
