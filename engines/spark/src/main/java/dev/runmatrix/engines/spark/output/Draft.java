// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;

/** An output until it is whole. Closing it forgets what was not committed. */
interface Draft extends Closeable {

    /** Where the file or folder is to be made; nothing is there yet. */
    Path path();

    /** The stream of a file that is made there. */
    OutputStream create() throws IOException;

    /** Makes the output appear under its name. */
    void commit() throws IOException;
}
