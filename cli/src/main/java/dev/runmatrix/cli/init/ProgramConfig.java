// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

import java.util.List;

/**
 * A program's configuration as far as a matrix can use it.
 *
 * @param settings how the program is run
 * @param others keys of the same section that mean something to the program alone, in their order
 * @param notes what its reader should know: values that were assumed, keys that nobody knows
 */
public record ProgramConfig(ProgramSettings settings, List<String> others, List<String> notes) {

    public ProgramConfig {
        others = List.copyOf(others);
        notes = List.copyOf(notes);
    }
}
