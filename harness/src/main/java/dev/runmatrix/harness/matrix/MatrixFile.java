// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A matrix file as read, with the chosen profile applied.
 *
 * @param spec what is asked for
 * @param seed seed of the order of forks, absent: each run draws its own
 * @param notices what the user should know before a run, sentences: parts that are read but not acted upon, rules
 *     without effect
 * @param locations where its parts stand
 */
public record MatrixFile(MatrixSpec spec, OptionalLong seed, List<String> notices, Locations locations) {

    public MatrixFile {
        notices = List.copyOf(notices);
    }

    MatrixFile noting(List<String> more) {
        return new MatrixFile(
                spec, seed, Stream.concat(notices.stream(), more.stream()).toList(), locations);
    }

    /** This file with another protocol, as arguments of a command change it. */
    public MatrixFile with(Protocol protocol) {
        MatrixSpec s = spec;
        return with(new MatrixSpec(
                s.title(),
                s.question(),
                s.axes(),
                s.include(),
                s.exclude(),
                s.referenceCell(),
                s.options(),
                s.budget(),
                s.jvmArgs(),
                protocol,
                s.profile(),
                s.commands(),
                s.hooks(),
                s.gate(),
                s.claims()));
    }

    MatrixFile with(MatrixSpec changed) {
        return new MatrixFile(changed, seed, notices, locations);
    }
}
