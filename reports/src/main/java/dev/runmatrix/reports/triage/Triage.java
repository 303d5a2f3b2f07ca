// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.LiveObservation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A judged observation.
 *
 * @param facts the numbers
 * @param statements one to three; the first is the verdict
 * @param explanation the setting that explains it; absent where none does
 * @param progress how far the process is and when it will be done; absent where that cannot be known
 */
public record Triage(
        TriageFacts facts,
        List<Statement> statements,
        Optional<Explanation> explanation,
        Optional<ProgressEstimate> progress) {

    private static final int MOST_STATEMENTS = 3;

    /** In the order in which one goes before another. Each that finds a fault may stand beside others. */
    private static final List<TriageRule> FAULTS = List.of(
            new StoppedRule(),
            new ThrottledRule(),
            new SwappingRule(),
            new GarbageRule(),
            new MemoryLimitRule(),
            new StorageRule(),
            new HeldBackRule(),
            new SingleCoreRule(),
            new TurnsRule(),
            new UnderUsedRule());

    /** Where no fault is found, the first of these that holds. */
    private static final List<TriageRule> OTHERWISE = List.of(new IdleRule(), new MostlyWaitingRule(), new BusyRule());

    /** Of these, noise is no cause, or it has been said already. */
    private static final Set<Diagnosis> NOT_SLOWED =
            EnumSet.of(Diagnosis.HELD_BACK, Diagnosis.STOPPED, Diagnosis.THROTTLED, Diagnosis.IDLE);

    public Triage {
        statements = List.copyOf(statements);
    }

    /** Judges what was seen. */
    public static Triage of(LiveObservation seen) {
        TriageFacts facts = TriageFacts.of(seen);
        List<Statement> statements = statements(facts);
        return new Triage(
                facts, statements, Explanation.of(facts, statements.get(0).diagnosis()), ProgressEstimate.of(seen));
    }

    public Statement verdict() {
        return statements.get(0);
    }

    public TriageState state() {
        return verdict().diagnosis().state();
    }

    private static List<Statement> statements(TriageFacts facts) {
        Optional<Statement> tooShort = new TooShortRule().judge(facts);
        if (tooShort.isPresent()) {
            return List.of(tooShort.get());
        }
        List<Statement> statements = new ArrayList<>();
        for (TriageRule rule : FAULTS) {
            // A process that is stopped or held by a quota is not under-used, too.
            if (statements.isEmpty() || !(rule instanceof UnderUsedRule)) {
                rule.judge(facts).ifPresent(statements::add);
            }
        }
        if (statements.isEmpty()) {
            OTHERWISE.stream()
                    .flatMap(rule -> rule.judge(facts).stream())
                    .findFirst()
                    .ifPresent(statements::add);
        }
        if (facts.wantedCores() >= IdleRule.MAX_CORES
                && statements.stream().noneMatch(statement -> NOT_SLOWED.contains(statement.diagnosis()))) {
            new NoiseRule().judge(facts).ifPresent(statements::add);
        }
        return statements.subList(0, Math.min(MOST_STATEMENTS, statements.size()));
    }
}
