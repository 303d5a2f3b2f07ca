// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param name what, in one or two words
 * @param level how good it is
 * @param found what was found, with its unit
 * @param limit what it was judged by; absent where there is nothing to judge by
 * @param advice what to do, or what follows; absent where all is well
 * @param hindrance how it would end a run; present just where the level is {@link Level#PROBLEM}
 */
public record Check(
        String name,
        Level level,
        String found,
        Optional<String> limit,
        Optional<String> advice,
        Optional<Hindrance> hindrance) {

    public Check {
        if (hindrance.isPresent() != (level == Level.PROBLEM)) {
            throw new IllegalArgumentException(name + ": a problem, and nothing else, hinders a run");
        }
        if (advice.isEmpty() && level != Level.OK) {
            throw new IllegalArgumentException(name + ": what is not well needs advice");
        }
    }

    /** How good a thing is. */
    public enum Level {
        /** As it should be, or not to be judged. */
        OK,
        /** A run can be made, and its results suffer. */
        WARNING,
        /** No run can be made. */
        PROBLEM
    }

    /** A thing that is well. */
    public static Check ok(String name, String found, String limit) {
        return new Check(name, Level.OK, found, Optional.of(limit), Optional.empty(), Optional.empty());
    }

    /** A thing worth knowing that nothing is judged by. */
    public static Check fact(String name, String found) {
        return new Check(name, Level.OK, found, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A thing that spoils results. */
    public static Check warning(String name, String found, String limit, String advice) {
        return new Check(name, Level.WARNING, found, Optional.of(limit), Optional.of(advice), Optional.empty());
    }

    /** A thing that prevents a run. */
    public static Check problem(Hindrance how, String name, String found, String limit, String advice) {
        return new Check(name, Level.PROBLEM, found, Optional.of(limit), Optional.of(advice), Optional.of(how));
    }

    /** A thing that is well or spoils results. */
    static Check judged(boolean well, String name, String found, String limit, String advice) {
        return well ? ok(name, found, limit) : warning(name, found, limit, advice);
    }
}
