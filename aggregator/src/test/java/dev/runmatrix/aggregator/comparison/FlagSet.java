// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * JVM arguments to compare.
 *
 * @param name what is different about them
 * @param arguments all of them
 */
record FlagSet(String name, List<String> arguments) {

    /** What the others differ from. */
    static final String BASE = "C1 only, serial collector, the JDK's archive";

    private static final String C1 = "-XX:TieredStopAtLevel=1";
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final List<String> HEAP = List.of("-Xms64m", "-Xmx4g");

    FlagSet {
        arguments = List.copyOf(arguments);
    }

    /** Every choice that has to be made, each by itself, and the shipped ones. */
    static List<FlagSet> all(List<String> shipped, Path archive) {
        String ownClasses = "-XX:SharedArchiveFile=" + archive;
        List<FlagSet> sets = new ArrayList<>();
        sets.add(of(BASE, C1, SERIAL));
        sets.add(new FlagSet("as shipped", shipped));
        sets.add(of("both compilers", SERIAL));
        sets.add(of("C1 sooner: calls", C1, SERIAL, "-XX:Tier3MinInvocationThreshold=4"));
        sets.add(of("C1 sooner: loops", C1, SERIAL, "-XX:Tier3BackEdgeThreshold=4000"));
        sets.add(of(
                "C1 sooner: calls and loops",
                C1,
                SERIAL,
                "-XX:Tier3MinInvocationThreshold=4",
                "-XX:Tier3BackEdgeThreshold=4000"));
        sets.add(of("parallel collector", C1, "-XX:+UseParallelGC"));
        sets.add(of("G1", C1, "-XX:+UseG1GC"));
        sets.add(of("no archive", C1, SERIAL, "-Xshare:off"));
        sets.add(of("archive of own classes", C1, SERIAL, ownClasses));
        sets.add(of(
                "archive of own classes, C1 sooner: calls and loops",
                C1,
                SERIAL,
                ownClasses,
                "-XX:Tier3MinInvocationThreshold=4",
                "-XX:Tier3BackEdgeThreshold=4000"));
        sets.add(of("archive of own classes, both compilers", SERIAL, ownClasses));
        sets.add(of("archive of own classes, G1", C1, "-XX:+UseG1GC", ownClasses));
        for (String young : List.of("8m", "32m", "64m")) {
            sets.add(of("young generation of " + young, C1, SERIAL, "-Xmn" + young));
        }
        return sets;
    }

    /** The arguments to make the archive with. */
    static List<String> archiving(Path archive) {
        return of("", C1, SERIAL, "-XX:ArchiveClassesAtExit=" + archive).arguments;
    }

    private static FlagSet of(String name, String... arguments) {
        return new FlagSet(
                name, Stream.concat(Stream.of(arguments), HEAP.stream()).toList());
    }
}
