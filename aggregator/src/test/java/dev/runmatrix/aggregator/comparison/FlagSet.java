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
        List<String> properties =
                shipped.stream().filter(argument -> argument.startsWith("-D")).toList();
        List<FlagSet> sets = new ArrayList<>();
        for (FlagSet set : differences("-XX:SharedArchiveFile=" + archive)) {
            sets.add(set.with(properties));
        }
        sets.add(new FlagSet("as shipped", shipped));
        sets.add(new FlagSet(
                "as shipped, but native library unpacked each time",
                shipped.stream()
                        .filter(argument -> !argument.contains("snappy"))
                        .toList()));
        return sets;
    }

    private static List<FlagSet> differences(String archive) {
        String calls = "-XX:Tier3MinInvocationThreshold=4";
        String loops = "-XX:Tier3BackEdgeThreshold=4000";
        return List.of(
                of(BASE, C1, SERIAL),
                of("both compilers", SERIAL),
                of("C1 sooner: calls", C1, SERIAL, calls),
                of("C1 sooner: loops", C1, SERIAL, loops),
                of("C1 sooner: calls and loops", C1, SERIAL, calls, loops),
                of("parallel collector", C1, "-XX:+UseParallelGC"),
                of("G1", C1, "-XX:+UseG1GC"),
                of("no archive", C1, SERIAL, "-Xshare:off"),
                of("archive of own classes", C1, SERIAL, archive),
                of("archive of own classes, both compilers", SERIAL, archive),
                of("archive of own classes, G1", C1, "-XX:+UseG1GC", archive),
                of("archive of own classes, C1 sooner: calls and loops", C1, SERIAL, archive, calls, loops),
                of("young generation of 8 MB", C1, SERIAL, "-Xmn8m"),
                of("young generation of 32 MB", C1, SERIAL, "-Xmn32m"),
                of("young generation of 64 MB", C1, SERIAL, "-Xmn64m"));
    }

    private FlagSet with(List<String> more) {
        return new FlagSet(
                name, Stream.concat(more.stream(), arguments.stream()).toList());
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
