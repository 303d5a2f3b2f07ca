// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is worth as a baseline.
 *
 * @param words the run in a sentence
 * @param objections why others should not be compared with it; empty where nothing is wrong
 */
record BaselineFitness(String words, List<String> objections) {

    BaselineFitness {
        objections = List.copyOf(objections);
    }

    static BaselineFitness of(StoredRun stored) throws CommandFailure {
        try {
            RunAnalysis run = RunAnalysis.of(stored);
            return new BaselineFitness(words(run), objections(run));
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    private static String words(RunAnalysis run) {
        Environment environment = run.run().environment();
        int clean = run.ledger().count(ForkOutcome.CLEAN);
        int made =
                run.cells().stream().mapToInt(cell -> run.counted(cell).size()).sum();
        return "run " + run.run().id() + ", " + cells(run.cells().size()) + ", " + made
                + " counted forks, " + clean + " of them clean; " + build(environment) + ", "
                + environment.machineClass() + ", " + environment.jdk();
    }

    static String build(Environment environment) {
        String digest = environment.buildDigest();
        String commit = environment
                .gitCommit()
                .map(c -> " of commit " + shortened(c) + (environment.gitDirty() ? " with changes" : ""))
                .orElse("");
        return "build " + shortened(digest) + commit;
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }

    private static List<String> objections(RunAnalysis run) {
        List<String> objections = new ArrayList<>();
        String ending = RunSummary.of(run.stored()).ending();
        String id = run.run().id();
        if (!ending.equals("complete")) {
            objections.add("run " + id + " is " + (ending.startsWith("not") ? "not complete: it has not ended" : ending)
                    + ", './run-matrix --resume " + id + "' makes the rest");
        }
        long wrong = run.stored().forks().stream()
                .filter(BaselineFitness::isWrong)
                .map(ForkRecord::cell)
                .distinct()
                .count();
        if (wrong > 0) {
            objections.add("run " + id + " wrote a wrong output in " + cells(wrong));
        }
        return objections;
    }

    private static boolean isWrong(ForkRecord fork) {
        return fork.output().filter(output -> output.isWrong()).isPresent();
    }

    private static String cells(long count) {
        return count + (count == 1 ? " cell" : " cells");
    }
}
