// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.SampleFile;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** One cell of a run made for tests: its forks are listed one by one, then written in rounds. */
final class CellFixture {

    private static final long START_MILLIS = 400;

    private final String name;
    private final Cell cell;
    private final Set<String> ignored;
    private final int workers;
    private final double granted;
    private final List<ForkFixture> forks = new ArrayList<>();
    private boolean reference;
    private boolean manifest = true;
    private boolean regions = true;
    private boolean checked = true;
    private boolean repeated;
    private List<String> choices = List.of();
    private Optional<ForkJvm> jvm = Optional.empty();
    private Optional<NoiseEvidence> noise = Optional.empty();
    private int strays;
    private double[] twins = {};
    private boolean wrongTwin;
    private boolean compared = true;
    private boolean accepted;
    private Optional<CellEnd> end = Optional.empty();
    private double[] shares = {};
    private String message = "java.lang.OutOfMemoryError: Java heap space";

    /** What one fork did. */
    private record ForkFixture(
            double wall, double cores, long rssBytes, Optional<FailureKind> failure, double foreign, boolean wrong) {

        boolean isContaminated() {
            return foreign > 0.15;
        }
    }

    CellFixture(String name, Cell cell, Set<String> ignored, int workers, double granted) {
        this.name = name;
        this.cell = cell;
        this.ignored = ignored;
        this.workers = workers;
        this.granted = granted;
    }

    String name() {
        return name;
    }

    Cell cell() {
        return cell;
    }

    CellFixture reference() {
        reference = true;
        return this;
    }

    /** Its threads are seen: shares of CPU time of two of its own, of the collector and the compiler, and seconds in want of a core. */
    CellFixture threads(double own, double collector, double compiler, double queueSeconds) {
        shares = new double[] {own, collector, compiler, queueSeconds};
        return this;
    }

    private Optional<RegionDetail> detail(long cpuNanos) {
        return shares.length == 0
                ? Optional.empty()
                : Optional.of(new RegionDetail(
                        List.of(
                                thread("aggregate-1", ThreadRole.WORK, cpuNanos * shares[0] * 0.75, shares[3] * 1e9),
                                thread("aggregate-2", ThreadRole.WORK, cpuNanos * shares[0] * 0.25, 0),
                                thread("GC Thread#0", ThreadRole.GARBAGE, cpuNanos * shares[1], 0),
                                thread("C2 CompilerThre", ThreadRole.COMPILER, cpuNanos * shares[2], 0)),
                        100,
                        50_000,
                        Optional.of(300L),
                        1_000_000,
                        0,
                        Optional.empty()));
    }

    private static ThreadTimes thread(String name, ThreadRole role, double cpuNanos, double queueNanos) {
        return new ThreadTimes(name, role, 1, 0, 1000, Math.round(cpuNanos), Optional.of(Math.round(queueNanos)));
    }

    CellFixture withoutRegions() {
        regions = false;
        return this;
    }

    /** Its outputs are compared with nothing. */
    CellFixture unchecked() {
        checked = false;
        return this;
    }

    CellFixture withoutManifest() {
        manifest = false;
        return this;
    }

    /** Its forks choose one after the other of these. */
    CellFixture choosing(String... texts) {
        choices = List.of(texts);
        return this;
    }

    CellFixture in(ForkJvm kind) {
        jvm = Optional.of(kind);
        return this;
    }

    /** All that the machine can tell, around each of its forks; other load is that of the fork. */
    CellFixture amid(NoiseEvidence evidence) {
        noise = Optional.of(evidence);
        return this;
    }

    /** Each of its forks leaves so many processes behind. */
    CellFixture leaving(int processes) {
        strays = processes;
        return this;
    }

    /** Each contaminated fork is made again, as long as a clean one and clean. */
    CellFixture repeatingContaminated() {
        repeated = true;
        return this;
    }

    /** It is measured twice: the wall times of the second one, one a round. */
    CellFixture twins(double... walls) {
        twins = walls;
        return this;
    }

    /** The second one of it writes something else. */
    CellFixture wrongTwins(double... walls) {
        wrongTwin = true;
        return twins(walls);
    }

    /** A program of the user's finds its outputs right. */
    CellFixture accepted() {
        accepted = true;
        return this;
    }

    /** Not even its later outputs are compared with its first one. */
    CellFixture uncomparedReference() {
        compared = false;
        return this;
    }

    CellFixture ending(CellEnd.Reason reason, int planned) {
        end = Optional.of(new CellEnd(name, planned, reason, OptionalInt.empty()));
        return this;
    }

    CellFixture futile(int planned, int needed) {
        end = Optional.of(new CellEnd(name, planned, CellEnd.Reason.FUTILE, OptionalInt.of(needed)));
        return this;
    }

    Optional<CellEnd> end() {
        return end;
    }

    CellFixture saying(String text) {
        message = text;
        return this;
    }

    /** Clean forks of these wall times. */
    CellFixture clean(double cores, double rssGigabytes, double... walls) {
        for (double wall : walls) {
            forks.add(new ForkFixture(wall, cores, bytes(rssGigabytes), Optional.empty(), 0.02, false));
        }
        return this;
    }

    CellFixture contaminated(double cores, double rssGigabytes, double... walls) {
        for (double wall : walls) {
            forks.add(new ForkFixture(wall, cores, bytes(rssGigabytes), Optional.empty(), 1.4, false));
        }
        return this;
    }

    CellFixture wrong(double cores, double rssGigabytes, double... walls) {
        for (double wall : walls) {
            forks.add(new ForkFixture(wall, cores, bytes(rssGigabytes), Optional.empty(), 0.02, true));
        }
        return this;
    }

    CellFixture failed(FailureKind kind, double rssGigabytes, double... afterSeconds) {
        for (double after : afterSeconds) {
            forks.add(new ForkFixture(after, 1.2, bytes(rssGigabytes), Optional.of(kind), 0.02, false));
        }
        return this;
    }

    private static long bytes(double gigabytes) {
        return Math.round(gigabytes * 1e9);
    }

    int rounds() {
        return forks.size();
    }

    PlannedCell planned() {
        return new PlannedCell(name, cell, ignored, List.of(), workers, reference);
    }

    /** Attempts of a round: the warm-up in round 0, then one fork a round. */
    List<ForkRecord> attempts(int round, int attempt, Instant startedAt) {
        if (forks.isEmpty() || round > forks.size()) {
            return List.of();
        }
        ForkFixture fork = forks.get(Math.max(0, round - 1));
        if (round == 0 && fork.failure().isPresent()) {
            return List.of();
        }
        List<ForkRecord> made = new ArrayList<>();
        made.add(record(fork, round, attempt, false, startedAt));
        if (round > 0 && repeated && fork.isContaminated()) {
            ForkFixture again =
                    new ForkFixture(fork.wall() * 0.9, fork.cores(), fork.rssBytes(), Optional.empty(), 0.02, false);
            made.add(record(again, round, attempt + made.size(), false, startedAt.plusSeconds(60)));
        }
        if (round > 0 && round <= twins.length) {
            ForkFixture twin =
                    new ForkFixture(twins[round - 1], fork.cores(), fork.rssBytes(), Optional.empty(), 0.02, wrongTwin);
            made.add(record(twin, round, attempt + made.size(), true, startedAt.plusSeconds(120)));
        }
        return made;
    }

    private ForkRecord record(ForkFixture fork, int number, int attempt, boolean twin, Instant startedAt) {
        boolean ok = fork.failure().isEmpty();
        boolean limit = fork.failure()
                .filter(k -> k == FailureKind.TIMEOUT || k == FailureKind.STALLED)
                .isPresent();
        long wallNanos = Math.round(fork.wall() * 1e9);
        long cpuNanos = Math.round(fork.wall() * fork.cores() * 1e9);
        return new ForkRecord(
                ForkRecord.SCHEMA,
                attempt,
                name,
                cell.id(),
                number,
                number,
                twin,
                startedAt,
                ok ? ForkStatus.OK : limit ? ForkStatus.TIMED_OUT : ForkStatus.FAILED,
                fork.failure().map(k -> new Failure(k, message, Optional.of(3), Optional.of(log(number)))),
                Optional.of(new ProcessUsage(
                        wallNanos + START_MILLIS * 1_000_000,
                        cpuNanos + 500_000_000,
                        Optional.of(fork.rssBytes()),
                        Optional.empty())),
                ok && regions
                        ? Optional.of(new RegionUsage(
                                START_MILLIS,
                                wallNanos,
                                cpuNanos,
                                800,
                                40,
                                fork.rssBytes() / 2,
                                7_432_560,
                                detail(cpuNanos)))
                        : Optional.empty(),
                Optional.of(noise(fork)),
                ok && checked ? Optional.of(check(fork.wrong(), number)) : Optional.empty(),
                Optional.of(samples(number)),
                jvm.map(j -> log(number)),
                jvm,
                choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(number % choices.size())),
                strays);
    }

    private NoiseEvidence noise(ForkFixture fork) {
        NoiseEvidence seen = noise.orElse(new NoiseEvidence(
                0,
                Optional.of(0.004),
                Optional.of(12_000_000L),
                Optional.of(0L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return new NoiseEvidence(
                fork.foreign(),
                seen.stealFraction(),
                seen.runQueueNanos(),
                seen.throttledNanos(),
                seen.pressure(),
                seen.majorFaults(),
                seen.minorFaults(),
                seen.involuntarySwitches(),
                seen.storageReadBytes(),
                seen.governor(),
                Optional.empty(),
                Optional.empty());
    }

    private OutputCheck check(boolean wrong, int number) {
        if (accepted) {
            return OutputCheck.byProgram("c0de" + "0".repeat(60), 52_000_000, true, Optional.empty());
        }
        boolean first = !compared || (reference && number == 0);
        OutputVerdict verdict = wrong ? OutputVerdict.WRONG : OutputVerdict.IDENTICAL;
        return new OutputCheck(
                (wrong ? "dead" : "c0de") + "0".repeat(60),
                310_000,
                52_000_000,
                first ? Optional.empty() : Optional.of(verdict),
                manifest ? Optional.of(verdict) : Optional.empty(),
                wrong ? Optional.of("row 17, pod_usage_cpu_core_hours: 3.25 instead of 3.5") : Optional.empty());
    }

    private String log(int number) {
        return "logs/" + name + "-" + number + ".err";
    }

    private String samples(int number) {
        return "samples/" + name + "/" + number + ".csv";
    }

    void writeSamples(Path directory) throws IOException {
        for (int i = 0; i < forks.size(); i++) {
            SampleFile.write(directory.resolve(samples(i + 1)), samples(forks.get(i)));
        }
    }

    /** One start-up second, a parallel phase, a serial tail: the shape of a batch run. */
    private List<ResourceSample> samples(ForkFixture fork) {
        List<ResourceSample> samples = new ArrayList<>();
        double life = fork.wall() + START_MILLIS / 1000.0;
        int count = 120;
        double cpu = 0;
        double busy = 0;
        for (int i = 0; i <= count; i++) {
            double at = life * i / count;
            double step = i == 0 ? 0 : life / count;
            double share = (double) i / count;
            double cores = Math.min(granted, fork.cores() * (share > 0.88 ? 0.5 : 1.07));
            cpu += cores * step;
            busy += (cores + fork.foreign() + 0.02) * step;
            double rss = fork.rssBytes() * (0.15 + 0.85 * Math.min(1, share * 1.6));
            samples.add(new ResourceSample(
                    Math.round(at * 1000),
                    Math.round(cpu * 100) * 10,
                    Math.round(rss),
                    8 + workers,
                    0,
                    0,
                    Math.round(busy * 1000),
                    OptionalLong.empty()));
        }
        return samples;
    }
}
