// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a scenario has found so far: where the harness did not do as expected, and why nothing could be found. */
final class Findings {

    private static final int LONGEST = 300;

    private final List<String> wrong = new ArrayList<>();
    private final List<Called> called = new ArrayList<>();
    private Optional<String> skipped = Optional.empty();

    /** Expects a value. */
    void equal(String what, Object expected, Object seen) {
        if (!Objects.equals(expected, seen)) {
            wrong.add(what + ": expected " + expected + ", seen " + shortened(String.valueOf(seen)));
        }
    }

    /**
     * Expects something that is no single value.
     *
     * @param expected in words
     * @param seen what is there instead, if it does not hold
     */
    void holds(String what, String expected, boolean holds, Object seen) {
        if (!holds) {
            wrong.add(what + ": expected " + expected + ", seen " + shortened(String.valueOf(seen)));
        }
    }

    /** Expects an exit status; if it is another one, what the process said last is told, too. */
    void status(String what, int expected, Harness.Ended ended) {
        if (ended.status() != expected) {
            wrong.add("exit status of " + what + ": expected " + expected + ", seen " + ended.status() + "; it said: "
                    + shortened(ended.err()));
        }
    }

    /** Notes how a change of known size was called. */
    void called(Called change) {
        called.add(change);
    }

    /** Nothing can be found here. */
    void skip(String why) {
        skipped = Optional.of(why);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<Called> called() {
        return List.copyOf(called);
    }

    Optional<String> skipped() {
        return skipped;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " | ");
        return line.length() <= LONGEST ? line : "… " + line.substring(line.length() - LONGEST);
    }
}
