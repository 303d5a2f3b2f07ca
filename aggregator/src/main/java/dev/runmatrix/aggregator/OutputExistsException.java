// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;

/** The output is there already and was not to be replaced. */
public final class OutputExistsException extends FileAlreadyExistsException {

    public OutputExistsException(Path output) {
        super(output.toString(), null, "the output exists already");
    }
}
