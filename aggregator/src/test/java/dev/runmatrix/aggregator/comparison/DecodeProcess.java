// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.plan.Morsel;
import dev.runmatrix.aggregator.plan.MorselQueue;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.read.TableReader;
import dev.runmatrix.aggregator.read.Vocabulary;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.text.Utf8;
import dev.runmatrix.aggregator.time.InstantText;
import dev.runmatrix.aggregator.time.Instants;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A process that decodes the pages which an aggregation decodes, several times, and does nothing with the values: the
 * least that any aggregation by this reader can cost.
 */
final class DecodeProcess {

    private static final int BATCH_ROWS = 1 << 17;

    private final Vocabulary vocabulary;
    private final List<Path> paths;
    private final int threads;

    private DecodeProcess(List<Path> paths, int threads) {
        this.paths = paths;
        this.threads = threads;
        Instants instants = new Instants(Integer.MIN_VALUE, Integer.MAX_VALUE);
        vocabulary = new Vocabulary(
                new TextIds(),
                TextIds.NULL,
                new LabelSets(List.of()),
                LabelSets.EMPTY,
                text -> InstantText.read(Utf8.toText(text), instants),
                instants);
    }

    /** Takes the number of threads, the number of repetitions, and the input. */
    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        List<Path> paths = TableFiles.find(List.of(Path.of(args[2]))).of(Table.POD_USAGE);
        Iteration.repeat(Integer.parseInt(args[1]), () -> new DecodeProcess(paths, threads).run());
    }

    private void run() throws Exception {
        List<ParquetFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(FooterReader.read(path, PodColumns.TABLE));
        }
        List<List<Long>> rows = files.stream().map(DecodeProcess::rowGroups).toList();
        MorselQueue queue = new MorselQueue(rows, BATCH_ROWS);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            Callable<Long> share = () -> decode(files, queue);
            for (Future<Long> rowsOfShare : executor.invokeAll(
                    Stream.generate(() -> share).limit(threads).toList())) {
                rowsOfShare.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    private static List<Long> rowGroups(ParquetFile file) {
        return IntStream.range(0, file.rowGroupCount()).mapToObj(file::rows).toList();
    }

    private long decode(List<ParquetFile> files, MorselQueue queue) throws Exception {
        Batch batch = new Batch(PodColumns.TABLE, BATCH_ROWS);
        long rows = 0;
        try (TableReader reader = new TableReader(PodColumns.TABLE, vocabulary)) {
            Optional<Morsel> next = queue.next(-1);
            while (next.isPresent()) {
                Morsel morsel = next.get();
                reader.seek(files.get(morsel.file()), morsel.rowGroup(), morsel.firstRow(), batch);
                reader.read(batch, (int) morsel.rows());
                rows += batch.rows();
                next = queue.next(morsel.file());
            }
        }
        return rows;
    }
}
