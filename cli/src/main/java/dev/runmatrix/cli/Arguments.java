// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.HomePath;
import java.util.List;

/** The arguments of a command as they may stand in a file that is shown to others. */
final class Arguments {

    private Arguments() {}

    /** Without the path of the user's home, which holds a name. */
    static List<String> shown(List<String> arguments) {
        return arguments.stream().map(HomePath::hidden).toList();
    }
}
