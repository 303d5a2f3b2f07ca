// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.summary;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.engines.spark.input.InputFiles;
import dev.runmatrix.engines.spark.input.InputTable;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * The tables that a summary is made from.
 *
 * @param pods hourly pod usage
 * @param nodes labels of nodes
 * @param namespaces labels of namespaces
 */
public record Inputs(InputTable pods, InputTable nodes, InputTable namespaces) {

    /** Finds the files and reads their footers. */
    public static Inputs open(List<String> inputs, Configuration configuration) throws BadInputException, IOException {
        InputFiles files = InputFiles.find(inputs, configuration);
        return new Inputs(
                InputTable.open(files.of(Table.POD_USAGE), PodColumns.TABLE, configuration),
                InputTable.open(files.of(Table.NODE_LABELS), LabelColumns.NODES, configuration),
                InputTable.open(files.of(Table.NAMESPACE_LABELS), LabelColumns.NAMESPACES, configuration));
    }
}
