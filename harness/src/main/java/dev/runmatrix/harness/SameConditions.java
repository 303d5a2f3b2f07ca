// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.HomePath;
import dev.runmatrix.harness.result.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether forks that are made now belong beside those that a run has: same program, machine, data and flags. */
public final class SameConditions {

    private static final int SHOWN_DIGITS = 12;

    private SameConditions() {}

    /** What is different, each in a clause; empty where the run can go on. */
    public static List<String> differences(RunRecord run, RunRequest now) {
        List<String> differences = new ArrayList<>();
        compare(
                "the program, build " + digits(run.environment().buildDigest()) + " then and "
                        + digits(now.environment().buildDigest()) + " now",
                run.environment().buildDigest(),
                now.environment().buildDigest(),
                differences);
        compare(
                "the class of machine, " + run.environment().machineClass() + " then and "
                        + now.environment().machineClass() + " now",
                run.environment().machineClass(),
                now.environment().machineClass(),
                differences);
        compare(
                "the JVM, " + run.environment().jdk() + " then and "
                        + now.environment().jdk() + " now",
                run.environment().jdk(),
                now.environment().jdk(),
                differences);
        // The home is hidden in what is stored.
        List<String> argsNow =
                now.spec().jvmArgs().stream().map(HomePath::hidden).toList();
        compare(
                "the arguments of the JVMs, " + String.join(" ", run.spec().jvmArgs()) + " then and "
                        + String.join(" ", argsNow) + " now",
                run.spec().jvmArgs(),
                argsNow,
                differences);
        compareDatasets(run, now, differences);
        return differences;
    }

    private static void compareDatasets(RunRecord run, RunRequest now, List<String> differences) {
        Map<String, String> digests = new HashMap<>();
        now.inputs()
                .forEach(
                        input -> digests.put(input.facts().name(), input.facts().digest()));
        for (DatasetFacts then : run.datasets()) {
            String digest = digests.getOrDefault(then.name(), "none");
            compare(
                    "the dataset " + then.name() + ", " + digits(then.digest()) + " then and " + digits(digest)
                            + " now",
                    then.digest(),
                    digest,
                    differences);
        }
    }

    private static void compare(String what, Object then, Object now, List<String> differences) {
        if (!then.equals(now)) {
            differences.add(what);
        }
    }

    private static String digits(String digest) {
        return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
    }
}
