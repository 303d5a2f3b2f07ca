// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.GroupMemory;
import java.util.Optional;

/** It holds almost all of the memory that it may have. */
final class MemoryLimitRule implements TriageRule {

    static final double MIN_SHARE = 0.90;

    /** Where others hold most of a group's memory, the limit is not this process's concern. */
    private static final double OWN_PART = 0.25;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        return group(facts).or(() -> addressSpace(facts)).or(() -> machine(facts));
    }

    private static Optional<Statement> group(TriageFacts facts) {
        Optional<GroupMemory> memory = facts.seen().grant().memory();
        Optional<Long> used = memory.flatMap(GroupMemory::usedBytes);
        if (memory.isEmpty()
                || used.isEmpty()
                || facts.greatestRssBytes() < OWN_PART * memory.get().limitBytes()) {
            return Optional.empty();
        }
        return near(
                "of its control group's memory limit in use",
                used.get(),
                memory.get().limitBytes());
    }

    private static Optional<Statement> addressSpace(TriageFacts facts) {
        return facts.seen()
                .grant()
                .addressSpaceLimitBytes()
                .flatMap(limit -> facts.seen()
                        .grant()
                        .addressSpaceBytes()
                        .flatMap(used -> near("of its address space limit (ulimit -v) in use", used, limit)));
    }

    private static Optional<Statement> machine(TriageFacts facts) {
        return facts.seen()
                .machine()
                .memoryBytes()
                .flatMap(all -> near("of the machine's memory in its resident set", facts.greatestRssBytes(), all));
    }

    private static Optional<Statement> near(String what, long used, long limit) {
        double share = (double) used / limit;
        return share <= MIN_SHARE
                ? Optional.empty()
                : Optional.of(Statement.consistent(
                        Diagnosis.NEAR_MEMORY_LIMIT,
                        Evidence.of(what, share, Evidence.Unit.SHARE).above(MIN_SHARE),
                        Evidence.of("is the limit", (double) limit, Evidence.Unit.BYTES)));
    }
}
