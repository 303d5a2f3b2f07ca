// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.reports.diagnosis.Finding;
import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of every finding of every recorded run, computed again from {@code forks.jsonl} and {@code run.json} with
 * arithmetic of its own. A number that nobody computes again fails.
 */
class RecomputedFindingsTest {

    private static final Map<RuleId, Recomputation> RULES = Recomputation.all();

    static List<Arguments> told() throws Exception {
        List<Arguments> told = new ArrayList<>();
        for (String name : RecordedForks.names()) {
            for (Finding finding : RecordedForks.of(name).findings()) {
                told.add(Arguments.argumentSet(name + " " + finding.rule(), name, finding));
            }
        }
        return told;
    }

    @ParameterizedTest
    @MethodSource("told")
    void hasTheNumbersOfItsForksAndNoOthers(String name, Finding finding) {
        RecordedForks run = RecordedForks.of(name);
        ToldFinding told = new ToldFinding(run.run(), finding);

        RULES.getOrDefault(finding.rule(), (forks, nothing) -> {}).of(run, told);

        told.andNothingElse();
    }

    @Test
    void everyRuleIsComputedAgainInSomeRecordedRun() throws Exception {
        assertThat(told().stream().map(of -> ((Finding) of.get()[1]).rule()).distinct())
                .containsExactlyInAnyOrder(RuleId.values());
        assertThat(RULES).containsOnlyKeys(RuleId.values());
    }
}
