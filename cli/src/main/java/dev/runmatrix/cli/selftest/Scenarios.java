// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.time.Duration;
import java.util.List;

/** All that the harness is tested on. */
public final class Scenarios {

    private Scenarios() {}

    /** In the order in which they are played: what fails first explains what fails after it. */
    public static List<Scenario> all() {
        return List.of(
                quick(
                        "wrong-output",
                        "an output that differs is told, and its time counts for nothing",
                        3,
                        Faults::wrongOutput),
                quick("hang", "a toy that waits for ever, and one that spins for ever, are ended", 7, Faults::hang),
                quick("exit", "an exit status, System.exit in a JVM and a kill are told apart", 4, Faults::exit),
                quick("out-of-memory", "a heap that is too small is named", 4, Faults::outOfMemory),
                slow("out-of-memory-jmh", "so it is in the JVM of the aggregator", 8, Faults::outOfMemoryInTheRegion),
                quick("grandchild", "a process that outlives its parent is told and ended", 4, Faults::grandchild),
                slow("second-harness", "a second harness does not measure beside the first", 6, Endings::secondHarness),
                slow("full-disk", "what was measured before the disk was full is kept", 6, FullDisk::fill),
                quick("kill", "after a SIGKILL and --resume each fork is there once", 8, Endings::killAndResume),
                slow("terminate", "a SIGTERM ends a run in order", 8, Endings::terminate),
                slow("equal", "equal builds in turns are neither SLOWER nor FASTER", 20, Timing::equalBuilds),
                slow("plus-1", "1 % more is never called SLOWER", 20, Timing::aHundredthMore),
                slow("plus-15", "15 % more is always called SLOWER", 21, Timing::fifteenHundredthsMore),
                slow(
                        "equal-and-busy",
                        "nor are equal builds beside a busy neighbour",
                        10,
                        Timing::equalBuildsBesideANeighbour),
                slow("busy-neighbour", "forks beside a busy neighbour are marked", 5, Noise::busyNeighbour),
                slow(
                        "gate",
                        "a bound is kept, broken, or cannot be judged: 0, 1, and 5 with --strict",
                        8,
                        Gates::bounds),
                slow("other-machine", "a baseline of another machine is refused", 6, Baselines::ofAnotherMachine));
    }

    private static Scenario quick(String name, String shows, int seconds, Scenario.Play play) {
        return new Scenario(name, shows, Duration.ofSeconds(seconds), true, play);
    }

    private static Scenario slow(String name, String shows, int seconds, Scenario.Play play) {
        return new Scenario(name, shows, Duration.ofSeconds(seconds), false, play);
    }
}
