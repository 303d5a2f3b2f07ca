// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fault;

/** A file that cannot be used; the message names it and the way out. */
public final class BadInputException extends Exception {

    private final String problem;

    public BadInputException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** @param file the file, whose text form names it */
    public BadInputException(Object file, String problem) {
        this(file + ": " + problem);
    }

    /** @param file the file, whose text form names it */
    public BadInputException(Object file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
        this.problem = file + ": " + problem;
    }

    /** What is wrong, for the user. */
    public String problem() {
        return problem;
    }
}
