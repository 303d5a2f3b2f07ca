// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.reports.diagnosis.RuleId;
import java.time.Duration;
import java.util.Map;

/** Numbers of what is told of inputs: too slow to read, already read, or too small. */
final class InputNumbers {

    static final Map<RuleId, Recomputation> RULES = Map.of(
            RuleId.I1, InputNumbers::storage,
            RuleId.I2, InputNumbers::warm,
            RuleId.S1, InputNumbers::compiling,
            RuleId.S2, InputNumbers::brief,
            RuleId.D1, InputNumbers::untold);

    private InputNumbers() {}

    private static double fromStorage(RecordedForks run, RecordedCell cell) {
        return cell.median(f -> f.at("/noise/storage_read_bytes") / run.inputBytes(cell));
    }

    private static void storage(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> one.median(f -> f.shareOfLife("/noise/pressure/io_nanos")));
        double most = 0.6 * Math.min(cell.requestedWorkers(), run.granted());
        double rate = cell.median(f -> f.at("/noise/storage_read_bytes") / f.life());
        double waiting = cell.median(f -> f.shareOfLife("/noise/pressure/io_nanos"));
        double idle = cell.median(f -> f.at("/noise/io_wait_fraction"));
        double reads = cell.median(f -> f.at("/region/detail/read_nanos") / 1e9 / f.wall() / cell.requestedWorkers());

        told.of(cell)
                .title((Object) told.crowd())
                .seen(
                        Printed.cores(cell.median(RecordedFork::cores)),
                        Printed.cores(most),
                        Printed.fixed(rate / 1e6, 1) + "\u00a0MB/s",
                        Printed.percent(fromStorage(run, cell)),
                        Printed.percent(waiting),
                        "20\u00a0%",
                        Printed.percent(idle),
                        "15\u00a0%",
                        Printed.percent(reads),
                        "20\u00a0%")
                .measure("cores used", cell, cell.median(RecordedFork::cores), most)
                .measure("read from storage", cell, rate)
                .measure("input from storage", cell, fromStorage(run, cell), 0.2)
                .measure("waiting for input or output", cell, waiting, 0.2)
                .measure("capacity idle for storage", cell, idle, 0.15)
                .measure("time in reads", cell, reads, 0.2);
    }

    private static void warm(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> fromStorage(run, one));

        told.of(cell)
                .title((Object) told.crowd())
                .seen(Printed.percent(fromStorage(run, cell)), "5.0\u00a0%")
                .measure("input from storage", cell, fromStorage(run, cell), 0.05);
    }

    private static void compiling(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> one.median(f -> f.share("compiler")));
        double share = cell.median(f -> f.share("compiler"));
        double wall = cell.median(RecordedFork::wall);

        told.of(cell)
                .title((Object) told.crowd())
                .seen(Printed.percent(share), "20\u00a0%", Printed.seconds(wall))
                .measure("CPU share of the compilers", cell, share, 0.2)
                .measure("wall time", cell, wall);
    }

    private static void brief(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> -one.median(RecordedFork::cpu));
        double cpu = cell.median(RecordedFork::cpu);
        double life = cell.median(RecordedFork::life);
        double period =
                Duration.parse(run.run().at("/spec/protocol/sample_period").asText())
                                .toMillis()
                        / 1e3;

        told.of(cell)
                .title((Object) told.crowd())
                .seen(
                        Printed.seconds(life),
                        Printed.count(life / period),
                        "20",
                        Printed.coreSeconds(cpu),
                        "1.00\u00a0core\u2011s")
                .cause("10", Printed.seconds(period))
                .measure("CPU seconds", cell, cpu, 1)
                .measure("life of a fork", cell, life, 20 * period);
    }

    private static void untold(RecordedForks run, ToldFinding told) {
        RecordedCell base = run.cells().stream()
                .filter(cell -> cell.plan().get("reference").asBoolean())
                .findFirst()
                .orElseThrow();
        RecordedCell cell = run.most(told.cells(), one -> {
            double[] ends = Arithmetic.ends(one.walls(), base.walls());
            return ends[1] / ends[0];
        });
        double ratio = Arithmetic.ratio(cell.walls(), base.walls());
        double[] ends = Arithmetic.ends(cell.walls(), base.walls());
        double precision = Arithmetic.pooledSpread(cell.walls(), base.walls()) / (0.05 / 2);
        int forks = Math.min(cell.walls().length, base.walls().length);
        double needed = Math.max(6, Math.ceil(8 * precision * precision));

        told.of(cell)
                .title((Object) told.crowd())
                .seen("\u00d7" + Printed.nearOne(ratio), Printed.nearOne(ends[0]), Printed.nearOne(ends[1]), "5", "1")
                .fix(needed > forks ? new Object[] {Printed.count(needed), "5"} : new Object[0])
                .measure("wall \u00f7 wall of " + base.name(), cell, ratio)
                .measure("lower end", cell, ends[0])
                .measure("upper end", cell, ends[1])
                .measure("forks needed of each", cell, needed);
    }
}
