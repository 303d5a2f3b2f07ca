// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ProfileSummary;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.ProfileWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What all rules find in a run.
 *
 * @param findings ready to be told, in the order of telling
 */
public record Diagnosis(List<Finding> findings) {

    private static final List<Rule> RULES = List.of(
            new WrongOutput(),
            new FailedForks(),
            new BusyMachine(),
            new UnevenWaiting(),
            new HiddenNoise(),
            new Throttling(),
            new FullHeap(),
            new FullMemory(),
            new GarbageBound(),
            new StorageBound(),
            new SerialByConfiguration(),
            new SaturatedThread(),
            new Stragglers(),
            new IdleWorkers(),
            new Oversubscription(),
            new WorkersWithoutBenefit(),
            new WorkInflation(),
            new SmallChunks(),
            new LargeChunks(),
            new StartUpBound(),
            new ShortForks(),
            new ModeTradeOff(),
            new WarmCache(),
            new UntoldComparisons());

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /**
     * Diagnoses a judged run. Wrong output voids what is measured in its cell; on cells that a noisy machine measured causes
     * are looked for apart, and what the noise explains is left out.
     */
    public static Diagnosis of(RunAnalysis run) {
        RunFacts all = RunFacts.of(run);
        RunFacts valid = all.only(cell -> cell.cell().state() != CellState.WRONG_OUTPUT);
        List<Finding> ofValid = judged(valid);
        List<Finding> noise = ofValid.stream().filter(f -> f.rule().isNoise()).toList();
        Set<String> noisy =
                noise.stream().flatMap(finding -> finding.cells().stream()).collect(Collectors.toSet());
        RunFacts quiet = valid.only(cell -> !noisy.contains(cell.name()));
        List<Finding> found = new ArrayList<>(which(valid == all ? ofValid : judged(all), RuleId::isCalamity));
        found.addAll(noise);
        found.addAll(which(quiet == valid ? ofValid : judged(quiet), RuleId::isCause));
        if (!noisy.isEmpty()) {
            RunFacts disturbed = valid.only(cell -> noisy.contains(cell.name()));
            List<Finding> amid = disturbed == valid ? ofValid : judged(disturbed);
            which(amid, RuleId::isCause).forEach(finding -> found.add(finding.onNoisyMachine()));
        }
        found.addAll(which(ofValid, RuleId::isCaveat));
        return new Diagnosis(Telling.of(Explained.without(found)));
    }

    /** The same with what recordings of cells in the folder of the run show, where {@code profile} left some. */
    public static Diagnosis withProfiles(RunAnalysis run) {
        Path folder = run.stored().directory();
        return new Diagnosis(of(run).findings.stream()
                .map(finding -> profile(folder, finding).map(finding::with).orElse(finding))
                .toList());
    }

    private static Optional<String> profile(Path folder, Finding finding) {
        return finding.cells().stream()
                .limit(1)
                .filter(cell -> finding.rule().isCause())
                .flatMap(cell -> ProfileSummary.read(folder, cell).stream())
                .map(ProfileWords::evidence)
                .findFirst();
    }

    private static List<Finding> judged(RunFacts facts) {
        return RULES.stream().flatMap(rule -> rule.judge(facts).stream()).toList();
    }

    private static List<Finding> which(List<Finding> findings, Predicate<RuleId> kind) {
        return findings.stream().filter(finding -> kind.test(finding.rule())).toList();
    }

    /** What is alleged: findings that are more than remarks on the measurement. */
    public List<Finding> allegations() {
        return findings.stream().filter(Finding::isAllegation).toList();
    }

    /** What is about one cell. */
    public List<Finding> about(String cell) {
        return findings.stream()
                .filter(finding -> finding.cells().contains(cell))
                .toList();
    }
}
