// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** Reads the footers of a table, several at a time: most of the time of each is waiting for its file system. */
final class Footers {

    private static final int THREADS = 16;

    private Footers() {}

    static List<FileFooter> read(List<FileStatus> files, TableColumns table, Configuration configuration)
            throws BadInputException, IOException {
        FooterReader reader = new FooterReader(configuration, table);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<FileFooter>> footers = new ArrayList<>();
            for (FileStatus file : files) {
                footers.add(threads.submit(() -> reader.read(file)));
            }
            List<FileFooter> read = new ArrayList<>();
            for (Future<FileFooter> footer : footers) {
                read.add(result(footer));
            }
            return read;
        } finally {
            threads.shutdownNow();
        }
    }

    private static FileFooter result(Future<FileFooter> footer) throws BadInputException, IOException {
        try {
            return footer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while footers were read");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadInputException bad) {
                throw bad;
            }
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
