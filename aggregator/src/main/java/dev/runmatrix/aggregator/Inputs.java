// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.FactsReader;
import dev.runmatrix.aggregator.choice.InputFacts;
import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an aggregation, their footers read.
 *
 * @param pods hourly pod usage
 * @param nodes labels of nodes
 * @param namespaces labels of namespaces
 */
record Inputs(List<ParquetFile> pods, List<ParquetFile> nodes, List<ParquetFile> namespaces) {

    Inputs {
        pods = List.copyOf(pods);
        nodes = List.copyOf(nodes);
        namespaces = List.copyOf(namespaces);
    }

    /** Finds the files and reads their footers, all threads at work. */
    static Inputs open(List<Path> inputs, Path output, Workers workers) throws BadInputException, IOException {
        TableFiles found = TableFiles.find(inputs);
        if (found.contains(output)) {
            throw new BadInputException(output, "the output is an input, too; name another --output");
        }
        return new Inputs(
                footers(found.of(Table.POD_USAGE), PodColumns.TABLE, workers),
                footers(found.of(Table.NODE_LABELS), LabelColumns.NODES, workers),
                footers(found.of(Table.NAMESPACE_LABELS), LabelColumns.NAMESPACES, workers));
    }

    private static List<ParquetFile> footers(List<Path> paths, TableColumns table, Workers workers)
            throws BadInputException, IOException {
        return workers.runAll(paths.stream()
                .<Workers.Task<ParquetFile>>map(path -> () -> FooterReader.read(path, table))
                .toList());
    }

    int files() {
        return pods.size() + nodes.size() + namespaces.size();
    }

    /** Pod rows. */
    long rows() {
        return pods.stream().mapToLong(ParquetFile::rows).sum();
    }

    /** What the footers tell; whether that includes days is for the caller to say. */
    InputFacts facts(boolean trustStatistics) {
        InputFacts facts = FactsReader.read(pods, nodes, namespaces);
        return trustStatistics ? facts : facts.withoutDays();
    }
}
