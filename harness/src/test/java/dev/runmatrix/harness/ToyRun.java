// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.verify.ExpectedOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs of toy cells: each cell is a map of the axes of a toy, the first one is the reference. */
final class ToyRun {

    private static final Environment NOWHERE = new Environment(
            "toy",
            "000000000000",
            "000000000000",
            "toy",
            2,
            2,
            1L << 30,
            1L << 30,
            Optional.empty(),
            "toy",
            "toy",
            "toy",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            "abcdef0123456789".repeat(4));

    private ToyRun() {}

    static RunRequest of(Path results, int forks, int warmups, List<Map<String, String>> cells) {
        return of(results, forks, warmups, cells, Optional.empty());
    }

    static RunRequest of(
            Path results, int forks, int warmups, List<Map<String, String>> cells, Optional<ExpectedOutput> expected) {
        return of(results, forks, warmups, cells, expected, List.of(), Hooks.NONE);
    }

    static RunRequest of(
            Path results,
            int forks,
            int warmups,
            List<Map<String, String>> cells,
            List<CommandTarget> commands,
            Hooks hooks) {
        return of(results, forks, warmups, cells, Optional.empty(), commands, hooks);
    }

    private static RunRequest of(
            Path results,
            int forks,
            int warmups,
            List<Map<String, String>> cells,
            Optional<ExpectedOutput> expected,
            List<CommandTarget> commands,
            Hooks hooks) {
        Protocol protocol =
                Protocol.fixed(forks, warmups, Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMillis(100));
        return of(results, protocol, cells, expected, commands, hooks);
    }

    static RunRequest of(
            Path results, Protocol protocol, List<Map<String, String>> cells, Optional<ExpectedOutput> expected) {
        return of(results, protocol, cells, expected, List.of(), Hooks.NONE);
    }

    private static RunRequest of(
            Path results,
            Protocol protocol,
            List<Map<String, String>> cells,
            Optional<ExpectedOutput> expected,
            List<CommandTarget> commands,
            Hooks hooks) {
        MatrixSpec spec = new MatrixSpec(
                "toys",
                "does it work?",
                Map.of(),
                List.of(),
                List.of(),
                Optional.of(cells.get(0)),
                List.of(),
                new Budget(Optional.empty(), Optional.empty()),
                List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"),
                protocol,
                Optional.empty(),
                commands,
                hooks,
                Optional.empty());
        DatasetFacts facts = new DatasetFacts("toys", 1, 1, 1, 1, "0", "toys");
        RunInput input = new RunInput(facts, List.of(results.toString()), results, expected);
        return new RunRequest(
                results,
                spec,
                plan(cells),
                42,
                0,
                List.of(input),
                NOWHERE,
                "test",
                List.of("run", "--seed", "42"),
                Optional.empty());
    }

    private static Plan plan(List<Map<String, String>> cells) {
        List<PlannedCell> planned = new ArrayList<>();
        for (Map<String, String> axes : cells) {
            String name = String.format("C%02d", planned.size() + 1);
            planned.add(new PlannedCell(name, new Cell(axes), Set.of(), List.of(), 1, planned.isEmpty()));
        }
        return new Plan(planned, List.of(), List.of());
    }
}
