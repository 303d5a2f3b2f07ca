// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import dev.runmatrix.aggregator.write.SummarySink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * A table in which rows of one source are replaced, all at once or not at all. It takes what
 * {@link dev.runmatrix.aggregator.write.CopyFormat} makes.
 */
public final class PostgresSink implements SummarySink {

    private static final int BUFFER_BYTES = 1 << 16;

    private final PostgresUrl url;
    private final LoadTransaction load;
    private final SortedSet<LocalDate> coveredDays = new TreeSet<>();
    private @Nullable CopyIn copy;
    private @Nullable OutputStream stream;

    private PostgresSink(PostgresUrl url, LoadTransaction load) {
        this.url = url;
        this.load = load;
    }

    /**
     * Connects and makes sure that the table can be loaded; it is not changed yet.
     *
     * @throws IOException if it cannot, with the way out
     */
    public static PostgresSink open(PostgresUrl url, Replacement replacement) throws IOException {
        PostgresSink sink = new PostgresSink(url, connect(url, replacement));
        try {
            sink.load.rehearse();
            return sink;
        } catch (SQLException e) {
            sink.close();
            throw LoadFailure.unchanged(url, e);
        } catch (IOException e) {
            sink.close();
            throw e;
        }
    }

    private static LoadTransaction connect(PostgresUrl url, Replacement replacement) throws IOException {
        try {
            return LoadTransaction.connect(url, replacement);
        } catch (SQLException e) {
            throw LoadFailure.unreachable(url, e);
        }
    }

    @Override
    public OutputStream stream() throws IOException {
        if (stream == null) {
            try {
                copy = load.copy();
            } catch (SQLException e) {
                throw LoadFailure.unchanged(url, e);
            }
            stream = new BufferedOutputStream(new CopyStream(url, copy), BUFFER_BYTES);
        }
        return stream;
    }

    @Override
    public void cover(int epochDay) {
        coveredDays.add(LocalDate.ofEpochDay(epochDay));
    }

    @Override
    public void commit() throws IOException {
        stream().flush();
        try {
            if (copy != null) {
                copy.endCopy();
            }
            load.replace(coveredDays);
        } catch (SQLException e) {
            throw LoadFailure.unchanged(url, e);
        }
        try {
            load.commit();
        } catch (SQLException e) {
            throw LoadFailure.atCommit(url, e);
        }
    }

    @Override
    public void close() {
        try (load) {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            // The connection is lost, and with it, on the server, everything that was not committed.
        }
    }
}
