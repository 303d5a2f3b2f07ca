// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one line what a database had against something. */
final class LoadFailure {

    /** Class of errors about who connects; see the PostgreSQL manual, appendix A. */
    private static final String AUTHENTICATION = "28";

    /** What the driver says when it has no password, but not then alone. */
    private static final String REJECTED = "08004";

    /** The server ends a connection from its side. */
    private static final String SHUTDOWN = "57P";

    private LoadFailure() {}

    static IOException unreachable(PostgresUrl url, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        boolean isAboutPassword = state.startsWith(AUTHENTICATION)
                || (state.equals(REJECTED) && url.password().isEmpty());
        String wayOut =
                isAboutPassword ? "; the password is looked for in the address, in PGPASSWORD and in ~/.pgpass" : "";
        return new IOException(url + ": cannot be connected to: " + problem(e) + wayOut, e);
    }

    static IOException unchanged(PostgresUrl url, SQLException e) {
        return new IOException(url + ": cannot be loaded, and nothing in it was changed: " + problem(e), e);
    }

    /** A refusal by the server took everything back; a connection that ended may have done so after the commit. */
    static IOException atCommit(PostgresUrl url, SQLException e) {
        boolean isRefused = e instanceof PSQLException driver
                && driver.getServerErrorMessage() != null
                && !String.valueOf(e.getSQLState()).startsWith(SHUTDOWN);
        if (isRefused) {
            return unchanged(url, e);
        }
        return new IOException(
                url + ": the commit was not confirmed: " + problem(e)
                        + "; whether the rows are there is unknown, so repeat the run, which replaces them if they are",
                e);
    }

    private static String problem(SQLException e) {
        ServerErrorMessage ofServer = e instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
        Stream<@Nullable String> parts = ofServer == null
                ? Stream.of(e.getMessage(), reason(e.getCause()))
                : Stream.of(ofServer.getMessage(), ofServer.getDetail(), ofServer.getHint(), ofServer.getWhere());
        return parts.flatMap(Stream::ofNullable)
                .map(part -> part.strip().replaceAll("\\s*\\R\\s*", " ").replaceFirst("\\.$", ""))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static @Nullable String reason(@Nullable Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "unknown host " + cause.getMessage();
        }
        return cause == null ? null : cause.getMessage();
    }
}
