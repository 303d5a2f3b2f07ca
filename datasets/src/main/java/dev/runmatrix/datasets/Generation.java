// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.parquet.DatasetWriter;
import dev.runmatrix.datasets.parquet.FilePlan;
import dev.runmatrix.datasets.parquet.PlannedFile;
import dev.runmatrix.datasets.parquet.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Makes one dataset in an empty directory. */
final class Generation {

    private final Dataset dataset;
    private final SummaryParameters summary;
    private final List<PlannedFile> plan;
    private final ProgressListener listener;
    private final AtomicLong done = new AtomicLong();
    private final long total;

    Generation(Dataset dataset, ProgressListener listener) {
        this.dataset = dataset;
        this.summary = SummaryParameters.of(dataset.parameters());
        this.plan = new FilePlan(dataset.parameters(), summary.sourceUuid()).files();
        this.listener = listener;
        this.total = plan.stream().mapToLong(PlannedFile::places).sum();
    }

    /** Writes data, then parameters, then the manifest, which makes the directory a dataset. */
    Manifest into(Path directory, int threads) throws IOException, InterruptedException {
        Path data = Files.createDirectories(directory.resolve(StoredDataset.DATA));
        List<WrittenFile> files = writeAll(data, threads);
        byte[] params = ManifestJson.write(summary);
        Directories.writeWhole(directory.resolve(StoredDataset.PARAMS), params);
        Manifest manifest = new ManifestBuilder(dataset, files).build(Sha256.hex(params));
        Directories.writeWhole(directory.resolve(StoredDataset.MANIFEST), ManifestJson.write(manifest));
        return manifest;
    }

    private List<WrittenFile> writeAll(Path data, int threads) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            DatasetWriter writer = new DatasetWriter(dataset.parameters());
            ExecutorCompletionService<WrittenFile> jobs = new ExecutorCompletionService<>(workers);
            List<Future<WrittenFile>> futures = new ArrayList<>();
            for (PlannedFile file : plan) {
                futures.add(jobs.submit(() -> writer.write(data, file, this::advance)));
            }
            // In the order in which they end, so that the first failure stops the others at once.
            for (int i = 0; i < futures.size(); i++) {
                result(jobs.take());
            }
            List<WrittenFile> files = new ArrayList<>();
            for (Future<WrittenFile> future : futures) {
                files.add(result(future));
            }
            return files;
        } finally {
            workers.shutdownNow();
            // The directory is removed after a failure: nobody may be writing into it by then.
            awaitEnd(workers);
        }
    }

    private static void awaitEnd(ExecutorService workers) {
        boolean interrupted = false;
        while (true) {
            try {
                if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static WrittenFile result(Future<WrittenFile> job) throws IOException, InterruptedException {
        try {
            return job.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("a writer failed", e.getCause());
        }
    }

    private void advance(long places) {
        listener.advanced(done.addAndGet(places), total);
    }
}
