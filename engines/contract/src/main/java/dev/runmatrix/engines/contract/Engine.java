// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.util.List;

/**
 * A way to compute the summary. Options of its own are fields with picocli's {@code @Option} in the class that implements
 * this; they are set before anything here but {@link #name} and {@link #examples} is called.
 */
public interface Engine {

    /** What people call it, in lower case: {@code ./run-matrix engine NAME}. */
    String name();

    /** Lines that end the text of {@code --help}, each one command. */
    List<String> examples();

    /** Whether {@code scheme://} may begin an input or the output, {@code scheme} in lower case. */
    default boolean knows(String scheme) {
        return false;
    }

    /** Whether the output may be a folder of Parquet files. */
    default boolean writesFolders() {
        return false;
    }

    /** What is wrong with a request, or with the engine's own options, beyond what every engine asks for. */
    default List<String> problems(EngineRequest request) {
        return List.of();
    }

    /**
     * Computes the summary and writes it. On any failure there is no output, or still the old one.
     *
     * @throws BadInputException if data or parameters cannot be used
     * @throws IOException if a file cannot be read or written
     * @throws EngineException if it cannot go on for another reason, which names the exit status itself
     */
    void run(EngineRequest request) throws BadInputException, IOException, EngineException;
}
