// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * A build of the measured program, as a run knows it.
 *
 * @param given how its user named it: a path, a revision, a command
 * @param kind what it is
 * @param commit the commit it was built from, 40 hexadecimal digits; absent where that is not known
 * @param digest SHA-256 over its files; absent for a command, of which only the text is known
 */
public record BuildFacts(String given, Kind kind, Optional<String> commit, Optional<String> digest) {

    /** What a build can be. */
    public enum Kind {
        /** The program that measures. */
        OWN,
        /** A jar file. */
        JAR,
        /** A revision of a git repository, built for this run. */
        REVISION,
        /** A command. */
        COMMAND
    }

    /** Whether both are certain to be the same bytes. */
    public boolean isSameAs(BuildFacts other) {
        return digest.isPresent() && digest.equals(other.digest);
    }
}
