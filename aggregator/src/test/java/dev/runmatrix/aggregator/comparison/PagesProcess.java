// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.read.PageLoader;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.read.TableReader;
import dev.runmatrix.aggregator.read.Vocabulary;
import dev.runmatrix.aggregator.storage.LocalFile;
import dev.runmatrix.aggregator.storage.LocalPath;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.text.TextIds;
import dev.runmatrix.aggregator.text.Utf8;
import dev.runmatrix.aggregator.time.InstantText;
import dev.runmatrix.aggregator.time.Instants;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A process that reads, decompresses or decodes the pages which an aggregation decodes, several times, and does nothing
 * with the values: the least that any aggregation by this reader can cost.
 */
final class PagesProcess {

    private static final int BATCH_ROWS = 1 << 17;

    private final Vocabulary vocabulary;
    private final List<Path> paths;
    private final int threads;
    private final String depth;

    private PagesProcess(List<Path> paths, int threads, String depth) {
        this.paths = paths;
        this.threads = threads;
        this.depth = depth;
        Instants instants = new Instants(Integer.MIN_VALUE, Integer.MAX_VALUE);
        vocabulary = new Vocabulary(
                new TextIds(),
                TextIds.NULL,
                new LabelSets(List.of()),
                LabelSets.EMPTY,
                text -> InstantText.read(Utf8.toText(text), instants),
                instants);
    }

    /** Takes the number of threads, the number of repetitions, the input, and how far to go. */
    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[0]);
        List<Path> paths =
                TableFiles.find(List.of(Location.of(Path.of(args[2]))), new LocalStorage()).of(Table.POD_USAGE).stream()
                        .map(file -> ((LocalPath) file.location()).path())
                        .toList();
        Iteration.repeat(Integer.parseInt(args[1]), () -> new PagesProcess(paths, threads, args[3]).run());
    }

    /** A row group that nobody has taken yet. */
    private record Share(ParquetFile file, int rowGroup) {}

    private void run() throws Exception {
        Queue<Share> queue = new ConcurrentLinkedQueue<>();
        for (Path path : paths) {
            ParquetFile file = FooterReader.read(new LocalFile(path), PodColumns.TABLE);
            for (int rowGroup = 0; rowGroup < file.rowGroupCount(); rowGroup++) {
                queue.add(new Share(file, rowGroup));
            }
        }
        Callable<Long> part =
                depth.equals("decode") ? () -> decode(queue) : () -> load(queue, depth.equals("decompress"));
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Long> done : executor.invokeAll(
                    Stream.generate(() -> part).limit(threads).toList())) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }
    }

    private long decode(Queue<Share> queue) throws Exception {
        Batch batch = new Batch(PodColumns.TABLE, BATCH_ROWS);
        long done = 0;
        try (TableReader reader = new TableReader(PodColumns.TABLE, vocabulary)) {
            for (Share share = queue.poll(); share != null; share = queue.poll()) {
                long rows = share.file.rows(share.rowGroup);
                for (long row = 0; row < rows; row += batch.rows()) {
                    reader.seek(share.file, share.rowGroup, row, batch);
                    reader.read(batch, (int) Math.min(BATCH_ROWS, rows - row));
                }
                done += rows;
            }
        }
        return done;
    }

    private static long load(Queue<Share> queue, boolean decompress) throws Exception {
        PageLoader loader = new PageLoader(PodColumns.TABLE, decompress);
        long bytes = 0;
        for (Share share = queue.poll(); share != null; share = queue.poll()) {
            bytes += loader.load(share.file, share.rowGroup);
        }
        return bytes;
    }
}
