// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Accepted;
import dev.runmatrix.harness.matrix.AcceptedReader;
import dev.runmatrix.harness.matrix.ConfigException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is accepted beside a matrix file. */
final class AcceptedFile {

    private AcceptedFile() {}

    /** Its entries; none where there is no such file. */
    static List<Accepted> beside(Path folder) throws CommandFailure {
        try {
            return AcceptedReader.beside(folder);
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO, folder.resolve(AcceptedReader.FILE) + ": cannot be read: " + e.getMessage());
        }
    }
}
