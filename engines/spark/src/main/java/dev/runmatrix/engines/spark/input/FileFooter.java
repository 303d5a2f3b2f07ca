// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * What the footer of a file tells.
 *
 * @param path where the file is
 * @param rows number of its rows
 * @param readings how each column of its table is read
 */
record FileFooter(Path path, long rows, List<Reading> readings) {

    FileFooter {
        readings = List.copyOf(readings);
    }
}
