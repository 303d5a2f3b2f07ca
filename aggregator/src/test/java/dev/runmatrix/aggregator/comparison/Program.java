// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.util.List;

/**
 * A command that is measured.
 *
 * @param name what it is, for people and to find its observations
 * @param command executable and arguments
 */
record Program(String name, List<String> command) {

    Program {
        command = List.copyOf(command);
    }
}
