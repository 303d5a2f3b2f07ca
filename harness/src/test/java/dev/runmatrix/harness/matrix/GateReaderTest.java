// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.GateRule.Bound;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateReaderTest {

    @TempDir
    Path directory;

    @Test
    void eachBoundHasTheUnitOfItsMetric() throws IOException, ConfigException {
        Gate gate = gate("""
                gate:
                  baseline: release-1.4
                  rules:
                    - {metric: wall, max_increase: 5%}
                    - {metric: cpu, cells: "mode=streaming", max: 1500ms}
                    - {metric: rss_peak, max: 4GB}
                    - {metric: cores_used, min: 1.5}
                    - {metric: cores_used, min_fraction_of_requested: 0.6, confidence: 0.99}
                """).orElseThrow();

        assertThat(gate.baseline()).contains("release-1.4");
        assertThat(gate.failsOnInconclusive()).isFalse();
        assertThat(gate.rules())
                .containsExactly(
                        new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX_INCREASE, 0.05, 0.98, true),
                        new GateRule(
                                GateMetric.CPU,
                                new CellFilter("mode=streaming", Map.of("mode", List.of("streaming"))),
                                Bound.MAX,
                                1.5,
                                0.95,
                                false),
                        new GateRule(GateMetric.PEAK_RSS, CellFilter.ALL, Bound.MAX, 4e9, 0.95, false),
                        new GateRule(GateMetric.CORES_USED, CellFilter.ALL, Bound.MIN, 1.5, 0.95, false),
                        new GateRule(
                                GateMetric.CORES_USED,
                                CellFilter.ALL,
                                Bound.MIN_FRACTION_OF_REQUESTED,
                                0.6,
                                0.99,
                                false));
        assertThat(gate.rules())
                .extracting(GateRule::words)
                .containsExactly(
                        "wall grows by at most 5%",
                        "cpu is at most 1500ms",
                        "rss_peak is at most 4GB",
                        "cores_used is at least 1.5",
                        "cores_used is at least 60% of the workers asked for");
    }

    @Test
    void aFileWithoutAGateHasNoneAndAProfileMayHaveItsOwn() throws IOException, ConfigException {
        String yaml = "profiles: {nightly: {gate: {rules: [{metric: wall, max: 9s}], on_inconclusive: fail}}}";

        assertThat(gate(yaml)).isEmpty();
        assertThat(MatrixFixture.read(directory, MatrixFixture.SOUND + yaml, "nightly")
                        .spec()
                        .gate()
                        .orElseThrow()
                        .failsOnInconclusive())
                .isTrue();
    }

    @Test
    void aRuleThatNamesNoCellIsANotice() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, MatrixFixture.SOUND + """
                gate:
                  rules:
                    - {metric: wall, cells: "max_workers=1", max: 9s}
                    - {metric: wall, cells: "max_workers=8", max: 9s}
                    - {metric: wall, cells: "mode=*stream", max: 9s}
                """);

        assertThat(file.notices())
                .containsExactly(
                        "gate: the rule at m.yaml:11 names no cell", "gate: the rule at m.yaml:12 names no cell");
    }

    @Test
    void aStarStandsForAnyTextAndASettingThatACellMeasuresTooIsNamed() throws IOException, ConfigException {
        Plan plan = MatrixFixture.plan(directory, MatrixFixture.SOUND);

        assertThat(named(plan, "mode=s*g")).containsExactly("C01");
        assertThat(named(plan, "mode=*")).containsExactly("C01", "C02", "C03");
        assertThat(named(plan, "max_workers=1")).containsExactly("C01", "C02");
        assertThat(named(plan, "mode=in-memory,mode=streaming,max_workers=2")).containsExactly("C01", "C03");
        assertThat(named(plan, "chunk_size=*")).isEmpty();
    }

    private List<String> named(Plan plan, String cells) throws IOException, ConfigException {
        GateRule rule = gate("gate: {rules: [{metric: wall, cells: \"" + cells + "\", max: 9s}]}")
                .orElseThrow()
                .rules()
                .get(0);
        return plan.cells().stream()
                .filter(rule.cells()::names)
                .map(PlannedCell::name)
                .toList();
    }

    private Optional<Gate> gate(String yaml) throws IOException, ConfigException {
        return MatrixFixture.read(directory, MatrixFixture.SOUND + yaml).spec().gate();
    }
}
