// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.choice.Chooser;
import dev.runmatrix.aggregator.choice.FactsReader;
import dev.runmatrix.aggregator.choice.Grant;
import dev.runmatrix.aggregator.choice.InputFacts;
import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.OpenDays;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.Storage;
import dev.runmatrix.aggregator.storage.StoredFile;
import dev.runmatrix.aggregator.time.DayRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The files of an aggregation, their footers read.
 *
 * @param pods hourly pod usage; files of days that begin early come first, so that days are complete early, too
 * @param nodes labels of nodes
 * @param namespaces labels of namespaces
 */
record Inputs(List<ParquetFile> pods, List<ParquetFile> nodes, List<ParquetFile> namespaces) {

    /** Footers of far files that are on their way at a time. */
    private static final int FOOTERS_AHEAD = 16;

    Inputs {
        pods = pods.stream().sorted(Comparator.comparingLong(Inputs::firstDay)).toList();
        nodes = List.copyOf(nodes);
        namespaces = List.copyOf(namespaces);
    }

    private static long firstDay(ParquetFile file) {
        return IntStream.range(0, file.rowGroupCount())
                .mapToObj(file::days)
                .flatMap(Optional::stream)
                .mapToLong(DayRange::first)
                .min()
                .orElse(Long.MIN_VALUE);
    }

    /** Finds the files and reads their footers. These are small and many: as many threads read them as there are cores. */
    static Inputs open(AggregationConfig config, Storage storage, Optional<Path> output, WorkLog log)
            throws BadInputException, IOException {
        int threads = config.mode() == Mode.AUTO
                ? Grant.ofThisJvm().cores()
                : Execution.of(config).threads();
        try (Workers workers = new Workers(threads, log)) {
            return open(TableFiles.find(config.inputs(), storage), output, workers);
        }
    }

    private static Inputs open(TableFiles found, Optional<Path> output, Workers workers)
            throws BadInputException, IOException {
        if (output.map(Location::of).filter(found::contains).isPresent()) {
            throw new BadInputException(output.get(), "the output is an input, too; name another --output");
        }
        return new Inputs(
                footers(found.of(Table.POD_USAGE), PodColumns.TABLE, workers),
                footers(found.of(Table.NODE_LABELS), LabelColumns.NODES, workers),
                footers(found.of(Table.NAMESPACE_LABELS), LabelColumns.NAMESPACES, workers));
    }

    private static List<ParquetFile> footers(List<StoredFile> files, TableColumns table, Workers workers)
            throws BadInputException, IOException {
        return workers.runAll(IntStream.range(0, files.size())
                .<Workers.Task<ParquetFile>>mapToObj(i -> () -> footer(files, i, table))
                .toList());
    }

    private static ParquetFile footer(List<StoredFile> files, int index, TableColumns table)
            throws BadInputException, IOException {
        StoredFile file = files.get(index);
        if (file.isFar()) {
            files.subList(index, Math.min(files.size(), index + FOOTERS_AHEAD)).forEach(FooterReader::expect);
        }
        return FooterReader.read(file, table);
    }

    /** The days that can get rows, and which row groups those come from. */
    OpenDays openDays(DayRange bounds, boolean trustStatistics) {
        return new OpenDays(
                pods.stream().map(file -> rowGroupDays(file, trustStatistics)).toList(), bounds);
    }

    private static List<OpenDays.RowGroupDays> rowGroupDays(ParquetFile file, boolean trustStatistics) {
        return IntStream.range(0, file.rowGroupCount())
                .mapToObj(
                        i -> new OpenDays.RowGroupDays(file.rows(i), trustStatistics ? file.days(i) : Optional.empty()))
                .toList();
    }

    int files() {
        return pods.size() + nodes.size() + namespaces.size();
    }

    /** Pod rows. */
    long rows() {
        return pods.stream().mapToLong(ParquetFile::rows).sum();
    }

    /** What the footers tell, with or without the days of the rows. */
    InputFacts facts(boolean trustStatistics) {
        InputFacts facts = FactsReader.read(pods, nodes, namespaces);
        return trustStatistics ? facts : facts.withoutDays();
    }

    /** What suits this input, of the settings that are not named; none unless the mode is {@link Mode#AUTO}. */
    Optional<Choice> choice(AggregationConfig config, boolean trustStatistics) {
        return config.mode() == Mode.AUTO
                ? Optional.of(Chooser.choose(facts(trustStatistics), Grant.ofThisJvm(), config.wishes()))
                : Optional.empty();
    }
}
