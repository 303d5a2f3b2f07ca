// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.ThreadRole;
import java.util.List;
import java.util.Optional;

/** Several threads work, but never two at once: a lock, a hand-over, an interpreter's lock. */
final class TurnsRule implements TriageRule {

    static final double MAX_CORES = 1.15;
    static final double MIN_CORES = 0.6;
    static final double MIN_THREAD = 0.10;
    static final int MIN_THREADS = 2;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        // Who takes turns is often ready at the same time as another: while processors are free, that is no queue for
        // them.
        boolean free = facts.processorsWereFree();
        double wanted = free ? Math.min(facts.usedForWork(), facts.wantedForWork()) : facts.wantedForWork();
        List<ThreadUse> working = facts.threads().stream()
                .filter(use -> use.role() == ThreadRole.WORK && use.thread().alive())
                .filter(use -> use.cpuCores() >= MIN_THREAD)
                .toList();
        boolean lockLike = working.stream()
                .anyMatch(use -> use.thread().waitChannel().orElse("").contains("futex"));
        if (facts.grantedCores() < 1.5
                || wanted < MIN_CORES
                || wanted > MAX_CORES
                || working.size() < MIN_THREADS
                || !lockLike
                || SingleCoreRule.isOneThread(facts)) {
            return Optional.empty();
        }
        return Optional.of(Statement.consistent(
                Diagnosis.TAKING_TURNS,
                Evidence.of(
                                free
                                        ? "cores that all threads together used, while processors were free"
                                        : "cores that all threads together wanted, run-queue delay taken out",
                                wanted,
                                Evidence.Unit.CORES)
                        .below(MAX_CORES),
                Evidence.of("threads that used at least 0.10 cores", working.size(), Evidence.Unit.COUNT)
                        .atLeast(MIN_THREADS)));
    }
}
