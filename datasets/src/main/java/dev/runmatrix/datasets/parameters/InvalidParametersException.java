// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parameters;

import java.util.List;

/** Parameters that name no dataset; carries every problem found, not only the first. */
public final class InvalidParametersException extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public InvalidParametersException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
