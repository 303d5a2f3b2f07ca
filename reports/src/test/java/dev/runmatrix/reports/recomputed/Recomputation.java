// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Computes the numbers of a finding again, and says them to what was told. */
interface Recomputation {

    void of(RecordedForks run, ToldFinding told);

    /** One for each rule. */
    static Map<RuleId, Recomputation> all() {
        Map<RuleId, Recomputation> all = new LinkedHashMap<>();
        all.putAll(OutputNumbers.RULES);
        all.putAll(NoiseNumbers.RULES);
        all.putAll(MemoryNumbers.RULES);
        all.putAll(InputNumbers.RULES);
        all.putAll(ChunkNumbers.RULES);
        all.putAll(ThreadNumbers.RULES);
        all.putAll(WorkerNumbers.RULES);
        return all;
    }
}
