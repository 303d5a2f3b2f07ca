// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.output;

import dev.runmatrix.engines.contract.WorkFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.hadoop.fs.Path;

/**
 * An output on this machine.
 *
 * @param work the folder that it is made in
 */
record LocalDraft(WorkFolder work) implements Draft {

    private static final String NAME = "summary";

    @Override
    public Path path() {
        return new Path(work.path().resolve(NAME).toUri());
    }

    @Override
    public OutputStream create() throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(work.path().resolve(NAME)));
    }

    @Override
    public void commit() throws IOException {
        work.commit(work.path().resolve(NAME));
    }

    @Override
    public void close() throws IOException {
        work.close();
    }
}
