// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Its threads wait for storage. */
final class StorageRule implements TriageRule {

    static final double MIN_BLOCKED = 0.20;

    /** Of what its threads did, that is ran, queued or waited for storage. */
    static final double MIN_PART = 0.25;

    static final double MIN_IO_WAIT = 0.15;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double blocked = Math.max(facts.blockedThreads(), ioDelay(facts));
        double part = blocked / (blocked + facts.wantedCores());
        if (blocked < MIN_BLOCKED || part < MIN_PART || facts.usedCores() > 0.85 * facts.grantedCores()) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("threads in uninterruptible sleep, on average", blocked, Evidence.Unit.COUNT)
                .atLeast(MIN_BLOCKED));
        evidence.add(Evidence.of(
                        "of what its threads did, that is ran, queued or waited for storage", part, Evidence.Unit.SHARE)
                .atLeast(MIN_PART));
        Optional<Double> bytes = facts.storageBytesPerSecond().filter(rate -> rate > 0);
        bytes.ifPresent(rate -> evidence.add(Evidence.of("from and to storage", rate, Evidence.Unit.BYTES_PER_SECOND)));
        boolean waits = facts.ioWaitShare() > MIN_IO_WAIT;
        if (waits) {
            evidence.add(
                    Evidence.of("of the machine idle and waiting for storage", facts.ioWaitShare(), Evidence.Unit.SHARE)
                            .above(MIN_IO_WAIT));
        }
        return Optional.of(new Statement(Diagnosis.WAITING_FOR_STORAGE, bytes.isPresent() || waits, evidence));
    }

    /** The kernel's own account of waits for storage, where it keeps one. */
    private static double ioDelay(TriageFacts facts) {
        return facts.seen().counters().ioDelayNanos().orElse(0L) / 1e9 / facts.seconds();
    }
}
