// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Option;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.PlannedClaim;
import dev.runmatrix.harness.matrix.PlannedOption;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Skip;
import dev.runmatrix.harness.matrix.StatedGain;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes stored runs for tests, cell by cell, without measuring anything. */
public final class RunFixture {

    static final Instant START = Instant.parse("2026-11-22T06:25:00Z");
    static final String MAIN = "production-medium";
    static final String SMALL = "production-small";

    private final Path results;
    private final List<CellFixture> cells = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<String> optionCells = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private String title = "Which configuration should aggregate one production month?";
    private String question = "Lowest wall time within 4 GB.";
    private Optional<Long> budgetBytes = Optional.of(4_000_000_000L);
    private int forks = 6;
    private RunState state = RunState.COMPLETE;
    private int exitCode = 0;
    private double grantedCores = 4;
    private String datasetDescription = "31 days";
    private Optional<Protocol> protocol = Optional.empty();
    private final List<Sitting> sittings = new ArrayList<>();
    private final List<CommandTarget> commands = new ArrayList<>();
    private final List<PlannedClaim> claims = new ArrayList<>();

    private RunFixture(Path results) {
        this.results = results;
    }

    public static RunFixture in(Path results) {
        return new RunFixture(results);
    }

    RunFixture title(String text) {
        title = text;
        return this;
    }

    RunFixture question(String text) {
        question = text;
        return this;
    }

    RunFixture budget(Optional<Long> bytes) {
        budgetBytes = bytes;
        return this;
    }

    RunFixture forks(int number) {
        forks = number;
        return this;
    }

    RunFixture state(RunState how) {
        state = how;
        return this;
    }

    RunFixture exitCode(int code) {
        exitCode = code;
        return this;
    }

    RunFixture describedAs(String text) {
        datasetDescription = text;
        return this;
    }

    RunFixture protocol(Protocol other) {
        protocol = Optional.of(other);
        return this;
    }

    /** A sitting that began so many minutes after the run and ended an hour later; absent: it was killed. */
    RunFixture sitting(Sitting.Kind kind, int minute, boolean ended, int firstAttempt, int forksPerCell) {
        Instant begin = START.plusSeconds(60L * minute);
        Optional<Instant> end = ended ? Optional.of(begin.plusSeconds(3600)) : Optional.empty();
        OptionalInt added = kind == Sitting.Kind.APPEND ? OptionalInt.of(4) : OptionalInt.empty();
        List<String> to = kind == Sitting.Kind.APPEND ? List.of("C01", "C02") : List.of();
        sittings.add(new Sitting(kind, begin, end, List.of("run"), 1, firstAttempt, forksPerCell, added, to));
        return this;
    }

    RunFixture command(CommandTarget target) {
        commands.add(target);
        return this;
    }

    /** Adds a cell; its fixture is filled in by the caller. */
    CellFixture cell(String mode, boolean parallel, int workers, int chunk) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("dataset", MAIN);
        axes.put("mode", mode);
        axes.put("parallel_chunks", String.valueOf(parallel));
        axes.put("max_workers", String.valueOf(workers));
        axes.put("chunk_size", String.valueOf(chunk));
        Set<String> ignored = mode.equals("in-memory")
                ? Set.of("parallel_chunks", "chunk_size")
                : parallel ? Set.of() : Set.of("max_workers");
        return cell(axes, ignored, workers);
    }

    CellFixture cell(Map<String, String> axes, Set<String> ignored, int workers) {
        CellFixture cell = new CellFixture(
                String.format("C%02d", cells.size() + 1), new Cell(axes), ignored, workers, grantedCores);
        cells.add(cell);
        return cell;
    }

    RunFixture option(String name, Map<String, String> set, double low, double high, CellFixture cell) {
        options.add(new Option(name, set, Optional.of(new StatedGain(low, high, Optional.of("an old note")))));
        optionCells.add(cell.name());
        return this;
    }

    /** Adds a claim about some cells, each of which is compared with some others. */
    public RunFixture claim(Claim claim, List<String> names, List<String> versus) {
        claims.add(new PlannedClaim("K" + (claims.size() + 1), claim, List.of(new PlannedClaim.Group(names, versus))));
        return this;
    }

    RunFixture skip(Map<String, String> axes, String reason) {
        skips.add(new Skip(new Cell(axes), reason));
        return this;
    }

    /** Writes the run to its directory, or to one of its own where it was written before, and reads it back. */
    public StoredRun stored() throws IOException, UnreadableRunException {
        RunRecord run = record();
        boolean again = Files.exists(results.resolve(run.id()));
        RunStore store = RunStore.create(again ? Files.createTempDirectory(results, "again") : results, run);
        for (ForkRecord fork : attempts()) {
            store.append(fork);
        }
        for (CellFixture cell : cells) {
            cell.writeSamples(store.directory());
        }
        return RunStore.read(store.directory());
    }

    private List<ForkRecord> attempts() {
        List<ForkRecord> all = new ArrayList<>();
        int attempt = 1;
        int rounds = cells.stream().mapToInt(CellFixture::rounds).max().orElse(0);
        for (int round = 0; round <= rounds; round++) {
            for (CellFixture cell : cells) {
                for (ForkRecord fork : cell.attempts(round, attempt, START.plusSeconds(60L * attempt))) {
                    all.add(fork);
                    attempt++;
                }
            }
        }
        return all;
    }

    private RunRecord record() {
        boolean ended = state != RunState.RUNNING;
        return new RunRecord(
                RunRecord.SCHEMA,
                "20261122T062500Z-3f1c2ab",
                state,
                START,
                ended ? Optional.of(START.plusSeconds(3660)) : Optional.empty(),
                "0.1.0",
                List.of("run"),
                20261122,
                3_420_000,
                ended ? Optional.of(0.012) : Optional.empty(),
                spec(),
                plan(),
                environment(),
                datasets(),
                ended ? Optional.of(exitCode) : Optional.empty(),
                sittings,
                cells.stream().flatMap(c -> c.end().stream()).toList(),
                Optional.empty());
    }

    private MatrixSpec spec() {
        Map<String, List<String>> axes = new LinkedHashMap<>();
        for (CellFixture cell : cells) {
            cell.cell().axes().forEach((axis, value) -> {
                Set<String> values = new LinkedHashSet<>(axes.getOrDefault(axis, List.of()));
                values.add(value);
                axes.put(axis, List.copyOf(values));
            });
        }
        return new MatrixSpec(
                title,
                question,
                axes,
                List.of(),
                List.of(),
                Optional.empty(),
                options,
                new Budget(budgetBytes, Optional.empty()),
                List.of("-Xmx5g", "-XX:+UseParallelGC"),
                protocol.orElse(Protocol.fixed(
                        forks, 1, Duration.ofSeconds(180), Duration.ofSeconds(60), Duration.ofMillis(100))),
                Optional.empty(),
                commands,
                Hooks.NONE,
                Optional.empty(),
                claims.stream().map(PlannedClaim::claim).toList());
    }

    private Plan plan() {
        List<PlannedCell> planned = cells.stream().map(CellFixture::planned).toList();
        List<PlannedOption> named = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            named.add(new PlannedOption(options.get(i), optionCells.get(i)));
        }
        return new Plan(planned, named, skips, claims);
    }

    private Environment environment() {
        return new Environment(
                "AMD EPYC 7R13, 4 cores, 16 GB",
                "5f4e3d2c1b0a",
                "0a1b2c3d4e5f",
                "AMD EPYC 7R13",
                8,
                grantedCores,
                16_000_000_000L,
                16_000_000_000L,
                Optional.of(0L),
                "Debian 12",
                "6.1.0",
                "Eclipse Temurin 17.0.15",
                Optional.of("performance"),
                Optional.of("madvise"),
                Optional.of(false),
                Optional.of("1d2c3b4a5f60718293a4b5c6d7e8f90123456789"),
                false,
                "a81d00000000000000000000000000000000000000000000000000000000044f2".substring(0, 64));
    }

    private List<DatasetFacts> datasets() {
        Set<String> names = new LinkedHashSet<>();
        cells.forEach(c -> c.cell().get("dataset").ifPresent(names::add));
        return names.stream()
                .map(name -> new DatasetFacts(
                        name,
                        name.equals(SMALL) ? 1_858_530 : 7_432_560,
                        31,
                        412_000_000L,
                        name.equals(SMALL) ? 77_500 : 310_000,
                        "9b41" + "0".repeat(56) + "e07c",
                        datasetDescription))
                .toList();
    }
}
