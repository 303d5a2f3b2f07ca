// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the attempts of a run belong to its plan. */
public final class AttemptCheck {

    private AttemptCheck() {}

    /**
     * Refuses what does not.
     *
     * @throws UnreadableRunException if an attempt belongs to no cell or stands twice
     */
    public static void require(StoredRun stored) throws UnreadableRunException {
        Map<String, String> ids = new HashMap<>();
        stored.run().plan().cells().forEach(c -> ids.put(c.name(), c.cell().id()));
        List<String> problems = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < stored.forks().size(); i++) {
            ForkRecord fork = stored.forks().get(i);
            String where = "forks.jsonl:" + (i + 1) + ": ";
            problem(fork, Optional.ofNullable(ids.get(fork.cell())), seen).ifPresent(p -> problems.add(where + p));
        }
        if (!problems.isEmpty()) {
            throw new UnreadableRunException(stored.directory() + ": " + String.join("; ", problems)
                    + "; the forks do not belong to this run.json");
        }
    }

    private static Optional<String> problem(ForkRecord fork, Optional<String> id, Set<Integer> seen) {
        if (id.isEmpty()) {
            return Optional.of("attempt " + fork.attempt() + " is of cell " + fork.cell() + ", which the plan lacks");
        }
        if (!id.get().equals(fork.cellId())) {
            return Optional.of("attempt " + fork.attempt() + " has cell id " + fork.cellId() + ", but " + fork.cell()
                    + " is " + id.get());
        }
        if (fork.fork() < 0 || !seen.add(fork.attempt())) {
            return Optional.of("attempt " + fork.attempt() + " stands twice or has no fork number");
        }
        return Optional.empty();
    }
}
