// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameConditionsTest {

    @TempDir
    private Path results = Path.of("");

    private RunRequest now() {
        return ToyRun.of(results, 1, 0, List.of(Map.of("do", "write")));
    }

    @Test
    void nothingIsDifferentRightAfter() throws Exception {
        assertThat(SameConditions.differences(stored(), now())).isEmpty();
    }

    @Test
    void anotherBuildMachineJvmAndDatasetAreNamed() throws Exception {
        RunRequest now = now();
        Environment e = now.environment();
        Environment other = new Environment(
                "other",
                e.machineClassHash(),
                e.machineHash(),
                e.cpuModel(),
                2,
                2,
                1,
                1,
                e.swapBytes(),
                e.os(),
                e.kernel(),
                "21",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "0123456789abcdef");
        RunInput input = now.inputs().get(0);
        DatasetFacts facts = new DatasetFacts("toys", 1, 1, 1, 1, "1", "toys");
        RunRequest changed = new RunRequest(
                results,
                now.spec(),
                now.plan(),
                1,
                1,
                List.of(new RunInput(facts, input.inputs(), input.params(), input.expected())),
                other,
                "test",
                List.of(),
                Optional.empty());

        assertThat(SameConditions.differences(stored(), changed))
                .containsExactly(
                        "the program, build abcdef012345 then and 0123456789ab now",
                        "the class of machine, toy then and other now",
                        "the JVM, toy then and 21 now",
                        "the dataset toys, 0 then and 1 now");
    }

    @Test
    void otherArgumentsOfTheJvmsAndAMissingDatasetAreNamed() throws Exception {
        RunRequest now = now();
        MatrixSpec s = now.spec();
        MatrixSpec spec = new MatrixSpec(
                s.title(),
                s.question(),
                s.axes(),
                s.include(),
                s.exclude(),
                s.referenceCell(),
                s.options(),
                s.budget(),
                List.of("-Xmx9g"),
                s.protocol(),
                s.profile(),
                s.commands(),
                s.hooks(),
                Optional.empty());
        RunRequest changed = new RunRequest(
                results, spec, now.plan(), 1, 1, List.of(), now.environment(), "test", List.of(), Optional.empty());

        assertThat(SameConditions.differences(stored(), changed))
                .hasSize(2)
                .anyMatch(line ->
                        line.startsWith("the arguments of the JVMs, -Xmx64m") && line.endsWith("and -Xmx9g now"))
                .contains("the dataset toys, 0 then and none now");
    }

    private RunRecord stored() throws Exception {
        return new FakeRun(results, FakeRun.SIX, 1).begin().run();
    }
}
