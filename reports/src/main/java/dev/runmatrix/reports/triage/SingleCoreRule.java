// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.List;
import java.util.Optional;

/**
 * One thread does all the work although more were asked for, or stand by. Time that it queued for a processor counts as
 * work, so that a busy machine does not hide it.
 */
final class SingleCoreRule implements TriageRule {

    static final double MIN_CORES = 0.85;
    static final double MAX_CORES = 1.15;
    static final double MIN_THREAD = 0.85;
    static final double MIN_SECONDS = 2.0 / 3;
    private static final double SEVERAL = 1.5;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        boolean severalGranted = facts.grantedCores() >= SEVERAL;
        boolean severalMeant =
                facts.settings().requestedWorkers(facts.grantedCores()).orElse(0.0) >= 2;
        boolean severalStandBy = facts.workThreads() >= 2;
        if (!severalGranted || !(severalMeant || severalStandBy) || !isOneThread(facts)) {
            return Optional.empty();
        }
        ThreadUse busiest = facts.busiest().orElseThrow();
        return Optional.of(Statement.certain(
                Diagnosis.ONE_THREAD_WORKS,
                Evidence.of("cores wanted, run-queue delay taken out", facts.wantedForWork(), Evidence.Unit.CORES)
                        .atLeast(MIN_CORES),
                Evidence.of(
                                "of the time its busiest thread ran or was ready to",
                                Math.min(1, busiest.wantedCores()),
                                Evidence.Unit.SHARE)
                        .atLeast(MIN_THREAD),
                Evidence.of("of the seconds watched alike", alike(facts), Evidence.Unit.SHARE)
                        .atLeast(MIN_SECONDS)));
    }

    /** Whether the work of all threads together is that of one thread, for most of the time. */
    static boolean isOneThread(TriageFacts facts) {
        double wanted = facts.wantedForWork();
        boolean one = wanted >= MIN_CORES && wanted <= MAX_CORES;
        return one
                && facts.busiest()
                        .filter(thread -> thread.wantedCores() >= MIN_THREAD)
                        .isPresent()
                && alike(facts) >= MIN_SECONDS;
    }

    /** Garbage collection and compilation come in bursts, so a second may have more than one core. */
    private static double alike(TriageFacts facts) {
        double upkeep = Math.max(0, facts.wantedCores() - facts.wantedForWork());
        List<TriageFacts.Slice> seconds = facts.slices();
        long alike = seconds.stream()
                .filter(second -> second.usedCores() + second.queuedCores() >= MIN_CORES - 0.05)
                .filter(second -> second.usedCores() <= MAX_CORES + Math.max(0.1, 2 * upkeep))
                .count();
        return seconds.isEmpty() ? 1 : (double) alike / seconds.size();
    }
}
