// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a build server reads of a run. */
final class CiFiles {

    private CiFiles() {}

    /** Writes it beside the reports, and tells what was written. */
    static List<Path> write(Concluded concluded) throws IOException {
        return List.of();
    }
}
