// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A baseline that must be there. */
final class KnownBaseline {

    private KnownBaseline() {}

    /** Its file; a failure that names those that are there, where it is not. */
    static Path file(BaselineStore store, BaselineName name) throws CommandFailure {
        Path file = store.file(name);
        if (store.has(name)) {
            return file;
        }
        List<String> names;
        try {
            names = store.names().stream().map(BaselineName::text).toList();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file.getParent() + ": cannot be listed: " + e.getMessage());
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                name.text() + ": no such baseline; "
                        + (names.isEmpty()
                                ? "there is none, './run-matrix baseline save " + name.text() + "' makes it"
                                : "there are " + String.join(", ", names)));
    }
}
