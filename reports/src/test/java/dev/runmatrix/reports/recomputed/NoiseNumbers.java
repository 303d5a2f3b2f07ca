// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.Map;

/** Numbers of what is told of a machine that did something else, too. */
final class NoiseNumbers {

    static final Map<RuleId, Recomputation> RULES = Map.of(
            RuleId.N1, NoiseNumbers::busy,
            RuleId.N2, NoiseNumbers::hidden,
            RuleId.N3, NoiseNumbers::throttled);

    private NoiseNumbers() {}

    private static void busy(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> one.median(RecordedFork::foreign));
        double foreign = cell.median(RecordedFork::foreign);
        double stolen = cell.median(RecordedFork::stolen);
        double queue = cell.median(f -> f.shareOfLife("/noise/run_queue_nanos") / cell.requestedWorkers());
        double disturbed =
                cell.forks().stream().filter(RecordedFork::isDisturbed).count();
        int forks = cell.forks().size();

        told.of(cell)
                .title((Object) told.crowd())
                .seen(
                        Printed.cores(foreign),
                        "0.15",
                        Printed.percent(stolen),
                        "2.0\u00a0%",
                        Printed.percent(queue),
                        Printed.count(disturbed),
                        Printed.count(forks))
                .measure("cores of other programs", cell, foreign, 0.15)
                .measure("stolen capacity", cell, stolen, 0.02)
                .measure("waiting for a processor", cell, queue)
                .measure("disturbed forks", cell, disturbed, forks / 3.0)
                .measure("forks", cell, forks);
    }

    private static void hidden(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), one -> Arithmetic.spread(one.all(RecordedFork::cpu)));
        double spread = Arithmetic.spread(cell.all(RecordedFork::cpu));
        double foreign = cell.median(RecordedFork::foreign);
        double stolen = cell.median(RecordedFork::stolen);

        told.of(cell)
                .title((Object) told.crowd())
                .seen(Printed.percent(spread), "8.0\u00a0%", Printed.cores(foreign), Printed.percent(stolen))
                .measure("spread of CPU seconds", cell, spread, 0.08)
                .measure("spread of wall times", cell, Arithmetic.spread(cell.walls()))
                .measure("cores of other programs", cell, foreign, 0.1)
                .measure("stolen capacity", cell, stolen, 0.01);
    }

    private static void throttled(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.most(told.cells(), NoiseNumbers::held);
        double periods = cell.median(f -> f.at("/noise/throttled_periods"));
        double cores = cell.median(RecordedFork::cores);
        double machine = run.run().at("/environment/logical_cpus").asDouble();
        String granted = Printed.bare(run.granted());

        told.of(cell)
                .title((Object) told.crowd())
                .seen(
                        Printed.cores(held(cell)),
                        "0.02",
                        Printed.count(periods),
                        Printed.seconds(cell.median(RecordedFork::life)),
                        "100",
                        Printed.cores(cores),
                        granted,
                        Printed.count(machine))
                .cause(granted)
                .fix(Printed.count(Math.max(1, Math.floor(run.granted()))))
                .measure("cores held back, on average", cell, held(cell), 0.02)
                .measure("periods held back in", cell, periods)
                .measure("cores used", cell, cores)
                .measure("cores granted", cell, run.granted())
                .measure("cores of the machine", cell, machine);
    }

    private static double held(RecordedCell cell) {
        return cell.median(f -> f.shareOfLife("/noise/throttled_nanos"));
    }
}
