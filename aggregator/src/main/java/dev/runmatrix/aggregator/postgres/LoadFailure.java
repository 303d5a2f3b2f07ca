// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in one line what a database had against something. */
final class LoadFailure {

    /** Wrong user or password, and none given where one is needed; see the PostgreSQL manual, appendix A. */
    private static final Set<String> AUTHENTICATION = Set.of("28000", "28P01", "08004");

    private LoadFailure() {}

    static IOException unreachable(PostgresUrl url, SQLException e) {
        String wayOut = AUTHENTICATION.contains(e.getSQLState())
                ? "; the password is looked for in the address, in PGPASSWORD and in ~/.pgpass"
                : "";
        return new IOException(url + ": cannot be connected to: " + problem(e) + wayOut, e);
    }

    static IOException unchanged(PostgresUrl url, SQLException e) {
        return new IOException(url + ": cannot be loaded, and nothing in it was changed: " + problem(e), e);
    }

    /** The connection may have ended before or after the commit was done. */
    static IOException unknown(PostgresUrl url, SQLException e) {
        return new IOException(
                url + ": the commit was not confirmed: " + problem(e)
                        + "; whether the rows are there is unknown, so repeat the run, which replaces them if they are",
                e);
    }

    private static String problem(SQLException e) {
        ServerErrorMessage ofServer = e instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
        Stream<@Nullable String> parts = ofServer == null
                ? Stream.of(
                        e.getMessage(),
                        e.getCause() == null ? null : e.getCause().getMessage())
                : Stream.of(ofServer.getMessage(), ofServer.getDetail(), ofServer.getHint(), ofServer.getWhere());
        return parts.flatMap(Stream::ofNullable)
                .map(part -> part.strip().replaceAll("\\s*\\R\\s*", " "))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
