// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to start, with nothing left to fill in.
 *
 * @param arguments the program and its arguments, at least one
 * @param environment variables beside the harness's own
 * @param directory working directory, relative to the folder of the matrix file; absent: that folder
 */
public record Invocation(List<String> arguments, Map<String, String> environment, Optional<String> directory) {

    private static final int LONGEST_NAME = 60;

    public Invocation {
        arguments = List.copyOf(arguments);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /** The program alone, shortened, for messages. */
    public String program() {
        String program = arguments.get(0);
        return program.length() > LONGEST_NAME ? "…" + program.substring(program.length() - LONGEST_NAME) : program;
    }
}
