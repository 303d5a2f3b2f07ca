// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the outputs of cells on one input: warm-ups and twins write the same as counted forks, and count here. */
final class OutputClaims {

    private final ClaimSamples samples;
    private final Map<String, List<ForkRecord>> finished;

    OutputClaims(RunAnalysis run, ClaimSamples samples) {
        this.samples = samples;
        this.finished = run.stored().forks().stream()
                .filter(fork -> fork.status() == ForkStatus.OK)
                .collect(Collectors.groupingBy(ForkRecord::cell));
    }

    ClaimCase of(List<String> cells) {
        List<ClaimEvidence> evidence = new ArrayList<>();
        List<OutputCheck> all = new ArrayList<>();
        for (String cell : cells) {
            List<OutputCheck> own = outputs(cell);
            all.addAll(own);
            if (!own.isEmpty()) {
                evidence.add(new ClaimEvidence(
                        cell, ClaimEvidence.OUTPUTS, Optional.of((double) different(own)), own.size()));
            }
        }
        String input = cells.stream()
                .flatMap(cell -> samples.cell(cell).stream())
                .map(CellAnalysis::dataset)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> " on " + name)
                .orElse("");
        String formula = "different outputs of " + Units.counted(cells.size(), "cell", "cells") + input;
        return judged(cells, all, formula, evidence);
    }

    private ClaimCase judged(List<String> cells, List<OutputCheck> all, String formula, List<ClaimEvidence> evidence) {
        Optional<Double> value = all.isEmpty() ? Optional.empty() : Optional.of((double) different(all));
        Optional<String> wrong = wrong(cells);
        if (wrong.isPresent()) {
            return new ClaimCase(ClaimOutcome.FAIL, value, Optional.empty(), formula, evidence, wrong.get());
        }
        boolean differ = different(all) > 1;
        boolean byProgram = all.stream().anyMatch(output -> output.accepted().isPresent());
        if (differ && byProgram) {
            return ClaimCase.cannotTell(
                    value, Optional.empty(), formula, evidence, "a program of the matrix found right what differs");
        }
        if (differ) {
            return new ClaimCase(
                    ClaimOutcome.FAIL,
                    value,
                    Optional.empty(),
                    formula,
                    evidence,
                    "the same rows, with numbers that differ by less than 1e-9");
        }
        Optional<String> missing =
                cells.stream().flatMap(cell -> missing(cell).stream()).findFirst();
        if (missing.isPresent()) {
            return new ClaimCase(ClaimOutcome.NOT_MEASURED, value, Optional.empty(), formula, evidence, missing.get());
        }
        return all.size() < 2
                ? ClaimCase.cannotTell(
                        value, Optional.empty(), formula, evidence, "there is one output, and none to compare it with")
                : new ClaimCase(
                        ClaimOutcome.PASS,
                        value,
                        Optional.empty(),
                        formula,
                        evidence,
                        Units.count(all.size()) + " outputs are identical");
    }

    private Optional<String> wrong(List<String> cells) {
        List<String> wrong = cells.stream()
                .filter(cell -> samples.cell(cell)
                        .filter(c -> c.state() == CellState.WRONG_OUTPUT)
                        .isPresent())
                .toList();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Wording.names(wrong) + (wrong.size() == 1 ? " writes" : " write") + " a wrong output");
    }

    private Optional<String> missing(String cell) {
        return outputs(cell).isEmpty()
                ? samples.absence(cell).or(() -> Optional.of("no output of " + cell + " was looked at"))
                : Optional.empty();
    }

    private List<OutputCheck> outputs(String cell) {
        return finished.getOrDefault(cell, List.of()).stream()
                .flatMap(fork -> fork.output().stream())
                .toList();
    }

    private static long different(List<OutputCheck> outputs) {
        return outputs.stream().map(OutputCheck::digest).distinct().count();
    }
}
