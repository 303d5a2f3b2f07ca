// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import org.postgresql.copy.CopyIn;

/** The rows on their way to the server, which may refuse them at any time. */
final class CopyStream extends OutputStream {

    private final PostgresUrl url;
    private final CopyIn copy;

    CopyStream(PostgresUrl url, CopyIn copy) {
        this.url = url;
        this.copy = copy;
    }

    @Override
    public void write(int character) throws IOException {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            copy.writeToCopy(bytes, from, length);
        } catch (SQLException e) {
            throw LoadFailure.unchanged(url, e);
        }
    }
}
