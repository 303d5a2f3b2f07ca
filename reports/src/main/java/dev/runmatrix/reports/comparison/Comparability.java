// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.StoredRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the times of two runs may be compared.
 *
 * @param differences what makes their times incomparable; empty where nothing does
 * @param remarks what also differs and may explain a small change
 * @param sameProgram whether both measured the same build with the same settings, so that any difference is noise; never
 *     where a program from outside was measured, of which only the command is known
 */
public record Comparability(List<Difference> differences, List<Difference> remarks, boolean sameProgram) {

    private static final String UNKNOWN = "not known";
    private static final int SHOWN_DIGITS = 12;

    public Comparability {
        differences = List.copyOf(differences);
        remarks = List.copyOf(remarks);
    }

    public boolean isComparable() {
        return differences.isEmpty();
    }

    /** Looks at the machines, the JVMs and the data of two runs, in the cells that both have. */
    public static Comparability of(StoredRun base, StoredRun candidate) {
        List<Difference> differences = differences(base, candidate);
        RunRecord then = base.run();
        RunRecord now = candidate.run();
        boolean same = differences.isEmpty()
                && then.environment().buildDigest().equals(now.environment().buildDigest())
                && then.spec().commands().isEmpty()
                && now.spec().commands().isEmpty();
        List<Difference> remarks = remarks(then.environment(), now.environment());
        compare("measured commands", commands(then), commands(now), remarks);
        return new Comparability(differences, remarks, same);
    }

    private static List<Difference> differences(StoredRun base, StoredRun candidate) {
        RunRecord then = base.run();
        RunRecord now = candidate.run();
        List<Difference> found = new ArrayList<>();
        compare("schema", then.schema(), now.schema(), found);
        compareMachines(then.environment(), now.environment(), found);
        compare("JDK", then.environment().jdk(), now.environment().jdk(), found);
        compare("JVM arguments", arguments(then), arguments(now), found);
        compareDatasets(then, now, found);
        found.addAll(ForkJvms.differences(base, candidate));
        return found;
    }

    /** The text of a class rounds what its hash does not. */
    private static void compareMachines(Environment then, Environment now, List<Difference> found) {
        if (then.machineClassHash().equals(now.machineClassHash())) {
            return;
        }
        boolean readsAlike = then.machineClass().equals(now.machineClass());
        found.add(new Difference(
                "machine class",
                then.machineClass() + (readsAlike ? " (" + then.machineClassHash() + ")" : ""),
                now.machineClass() + (readsAlike ? " (" + now.machineClassHash() + ")" : "")));
    }

    /** Data that only one of the two read belongs to cells that only one of them has. */
    private static void compareDatasets(RunRecord then, RunRecord now, List<Difference> found) {
        Map<String, String> digests = now.datasets().stream()
                .collect(Collectors.toMap(DatasetFacts::name, DatasetFacts::digest, (first, again) -> first));
        for (DatasetFacts facts : then.datasets()) {
            String digest = digests.getOrDefault(facts.name(), facts.digest());
            if (!digest.equals(facts.digest())) {
                found.add(new Difference("dataset " + facts.name(), digits(facts.digest()), digits(digest)));
            }
        }
    }

    private static List<Difference> remarks(Environment then, Environment now) {
        List<Difference> found = new ArrayList<>();
        compare("machine", then.machineHash(), now.machineHash(), found);
        compare("operating system", then.os(), now.os(), found);
        compare("kernel", then.kernel(), now.kernel(), found);
        compare("frequency governor", known(then.governor()), known(now.governor()), found);
        compare("huge pages", known(then.hugePages()), known(now.hugePages()), found);
        return found;
    }

    private static void compare(String what, String then, String now, List<Difference> found) {
        if (!then.equals(now)) {
            found.add(new Difference(what, then, now));
        }
    }

    private static String arguments(RunRecord run) {
        return run.spec().jvmArgs().isEmpty()
                ? "none"
                : String.join(" ", run.spec().jvmArgs());
    }

    private static String commands(RunRecord run) {
        return run.spec().commands().stream()
                .map(target -> String.join(" ", target.command()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), texts -> texts.isEmpty() ? "none" : texts));
    }

    private static String known(Optional<String> value) {
        return value.orElse(UNKNOWN);
    }

    private static String digits(String digest) {
        return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
    }

    /** Ids of the cells that both runs have. */
    static Set<String> sharedCells(StoredRun base, StoredRun candidate) {
        Set<String> shared = cells(base);
        shared.retainAll(cells(candidate));
        return shared;
    }

    private static Set<String> cells(StoredRun stored) {
        return stored.run().plan().cells().stream()
                .map(planned -> planned.cell().id())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
