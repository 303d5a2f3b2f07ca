// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.fold.CostCategories;
import dev.runmatrix.aggregator.fold.DayLabels;
import dev.runmatrix.aggregator.fold.DayPieces;
import dev.runmatrix.aggregator.fold.FoldCounters;
import dev.runmatrix.aggregator.fold.GroupSorter;
import dev.runmatrix.aggregator.fold.LabelFold;
import dev.runmatrix.aggregator.fold.PodFold;
import dev.runmatrix.aggregator.fold.Spill;
import dev.runmatrix.aggregator.fold.SpillFiles;
import dev.runmatrix.aggregator.fold.Summarizer;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.plan.MorselQueue;
import dev.runmatrix.aggregator.plan.OpenDays;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.read.Vocabulary;
import dev.runmatrix.aggregator.text.LikePattern;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.text.Utf8;
import dev.runmatrix.aggregator.time.DayRange;
import dev.runmatrix.aggregator.time.InstantText;
import dev.runmatrix.aggregator.time.Instants;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** One aggregation: the registers that its threads share, and its steps. */
final class Run implements Closeable {

    /** Reading groups again from files may take this part of what groups may take. */
    private static final int MERGE_SHARE = 4;

    private final Params params;
    private final Execution execution;
    private final Workers workers;
    private final ReadMeter meter;
    private final boolean trustStatistics;
    private final long stateBytes;
    private final SpillFiles spillFiles;
    private final TextIds names = new TextIds();
    private final LabelSets labels;
    private final Instants instants;
    private final Vocabulary vocabulary;
    private final int emptyName;
    private final List<PodFold> podFolds = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long badLabelsOfTables;
    private long nonFinite;

    /**
     * @param params what to compute
     * @param execution how threads share the work
     * @param workers the threads
     * @param meter counts what is read
     * @param trustStatistics whether days are closed when statistics say that they are complete
     * @param stateBytes what the groups of all threads may take in memory, in bytes
     * @param spillDirectory where groups go that take more
     */
    Run(
            Params params,
            Execution execution,
            Workers workers,
            ReadMeter meter,
            boolean trustStatistics,
            long stateBytes,
            Path spillDirectory) {
        this.params = params;
        this.execution = execution;
        this.workers = workers;
        this.meter = meter;
        this.trustStatistics = trustStatistics;
        this.stateBytes = stateBytes;
        spillFiles = new SpillFiles(spillDirectory);
        labels = new LabelSets(params.enabledKeys());
        instants = new Instants(params.firstEpochDay(), params.lastEpochDay());
        emptyName = names.idOf(new byte[0]);
        vocabulary = new Vocabulary(
                names,
                TextIds.NULL,
                labels,
                LabelSets.EMPTY,
                text -> InstantText.read(Utf8.toText(text), instants),
                instants);
    }

    TextIds names() {
        return names;
    }

    LabelSets labels() {
        return labels;
    }

    /**
     * Reads everything and writes the rows, of each day as soon as it is complete.
     *
     * @return the number of rows written
     */
    long aggregate(Inputs inputs, SummaryOutput rows, Phases phases) throws BadInputException, IOException {
        List<LabelFold> nodeFolds = readLabels(LabelColumns.NODES, inputs.nodes(), emptyName);
        List<LabelFold> namespaceFolds = readLabels(LabelColumns.NAMESPACES, inputs.namespaces(), TextIds.NULL);
        phases.end("labels");
        CostCategories categories = new CostCategories(
                params.costCategories().stream()
                        .map(category ->
                                new CostCategories.Category(new LikePattern(category.pattern()), category.id()))
                        .toList(),
                names);
        GroupSorter sorter = new GroupSorter(names, new DayLabels(nodeFolds, namespaceFolds, labels));
        Spill spill = new Spill(sorter, spillFiles, stateBytes / execution.folders(), stateBytes / MERGE_SHARE);
        for (int i = 0; i < execution.folders(); i++) {
            podFolds.add(new PodFold(instants, emptyName, spill));
        }
        Summarizer summarizer = new Summarizer(podFolds, spill, categories);
        readPods(inputs, summarizer, rows);
        phases.end("pods");
        long written = rows.finish(
                workers,
                summarizer.days().stream()
                        .<Workers.Task<DayPieces>>map(
                                day -> () -> summarizer.summarize(day).prepared())
                        .iterator());
        phases.end("summary");
        return written;
    }

    /** What was met; complete after {@link #aggregate}. */
    AggregationCounters counters(long summaryRows) {
        FoldCounters pods = podFolds.stream().map(PodFold::counters).reduce(FoldCounters.NONE, FoldCounters::plus);
        return new AggregationCounters(
                pods.rows(),
                pods.badIntervals(),
                pods.outOfRange(),
                pods.noNode(),
                pods.badLabels() + badLabelsOfTables,
                nonFinite,
                summaryRows);
    }

    /** What went to temporary files; complete after {@link #aggregate}. */
    SpillCounters spilled() {
        return new SpillCounters(spillFiles.runs(), spillFiles.bytes());
    }

    /** Why days stayed open or groups went to files; complete after {@link #aggregate}. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (spillFiles.runs() > 0) {
            all.add("groups took more than " + stateBytes + " bytes of memory: " + spillFiles.bytes()
                    + " bytes of them went to temporary files, in " + spillFiles.runs() + " sorted runs");
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        spillFiles.close();
    }

    private List<LabelFold> readLabels(TableColumns table, List<ParquetFile> tableFiles, int ignoredName)
            throws BadInputException, IOException {
        List<LabelFold> folds = IntStream.range(0, workers.threads())
                .mapToObj(i -> new LabelFold(instants, labels, ignoredName))
                .toList();
        Scan scan = execution.scan(table, tableFiles, vocabulary, meter.withoutRows());
        foldEach(
                scan,
                scan.queue(workers.threads()),
                folds.stream().<Scan.Fold>map(fold -> fold::fold).toList());
        badLabelsOfTables += folds.stream().mapToLong(LabelFold::badLabels).sum();
        return folds;
    }

    private void readPods(Inputs inputs, Summarizer summarizer, SummaryOutput output)
            throws BadInputException, IOException {
        OpenDays openDays =
                inputs.openDays(new DayRange(params.firstEpochDay(), params.lastEpochDay()), trustStatistics);
        noteWhyDaysStayOpen(inputs.pods(), openDays);
        output.begin(openDays.days());
        Scan scan = execution.scan(PodColumns.TABLE, inputs.pods(), vocabulary, meter);
        MorselQueue queue = scan.queue(execution.folders());
        DailyClose close = new DailyClose(inputs.pods(), openDays, summarizer, output, queue);
        List<Scan.Fold> folds = podFolds.stream()
                .<Scan.Fold>map(fold -> batch -> {
                    close.fold(batch, fold);
                    workers.log().folded(batch.rows());
                })
                .toList();
        nonFinite = execution.readersApart() ? handOver(scan, queue, folds) : foldEach(scan, queue, folds);
    }

    private void noteWhyDaysStayOpen(List<ParquetFile> pods, OpenDays openDays) {
        if (openDays.planned() || !trustStatistics) {
            return;
        }
        List<ParquetFile> silent = pods.stream()
                .filter(file -> IntStream.range(0, file.rowGroupCount())
                        .anyMatch(i -> file.rows(i) > 0 && file.days(i).isEmpty()))
                .toList();
        String why = silent.isEmpty()
                ? "the statistics of interval_start name more days than can be planned by"
                : silent.size() + " of " + pods.size() + " files, such as "
                        + silent.get(0).location() + ", have row groups without usable statistics of interval_start";
        notes.add(why + ", so no day can be written before all input is read");
    }

    /** Each thread reads and folds its own batches. */
    private long foldEach(Scan scan, MorselQueue queue, List<Scan.Fold> folds) throws BadInputException, IOException {
        List<Workers.Task<Long>> shares = folds.stream()
                .<Workers.Task<Long>>map(fold -> () -> scan.foldInto(queue, fold))
                .toList();
        return workers.runAll(shares).stream().mapToLong(Long::longValue).sum();
    }

    /** Some threads read, others fold. */
    private long handOver(Scan scan, MorselQueue queue, List<Scan.Fold> folds) throws BadInputException, IOException {
        HandOver exchange = new HandOver(scan.table(), scan.batchRows(), execution.readers(), folds.size());
        List<Workers.Task<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < execution.readers(); i++) {
            tasks.add(() -> {
                long met = scan.read(queue, exchange);
                exchange.readerDone();
                return met;
            });
        }
        folds.forEach(fold -> tasks.add(() -> {
            exchange.foldAll(fold);
            return 0L;
        }));
        return workers.runAll(tasks).stream().mapToLong(Long::longValue).sum();
    }
}
