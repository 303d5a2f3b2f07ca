// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.ExitStatus;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What a statement that failed means for the user. DuckDB tells the kind of a failure by the first words of its text. */
final class DuckDbFailure {

    /** Kinds that no data can cause. */
    private static final Set<String> OF_OURS = Set.of("Parser Error", "Binder Error", "Catalog Error");

    private static final int LONGEST = 400;

    private static final String OF_FILES = "IO Error";

    private DuckDbFailure() {}

    /** What it says, in one line that is not as long as a value that it may cite. */
    static String line(SQLException e) {
        String text = String.valueOf(e.getMessage());
        String line = text.lines().findFirst().orElse(text).strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    private static String kind(SQLException e) {
        return line(e).split(":", 2)[0];
    }

    /** Throws what no file is to blame for: too little memory or room, or a mistake in a statement. */
    static void throwUnlessOfData(SQLException e) throws IOException, EngineException {
        String line = line(e);
        String lower = line.toLowerCase(Locale.ROOT);
        if (kind(e).equals("Out of Memory Error")) {
            throw new EngineException(
                    ExitStatus.OUT_OF_MEMORY,
                    "out of memory; allow it more with --memory, or take fewer --max-workers (" + line + ")",
                    e);
        }
        if (lower.contains("no space left") || lower.contains("permission denied") || lower.contains("too many open")) {
            throw new IOException(line, e);
        }
        if (OF_OURS.contains(kind(e))) {
            throw new IllegalStateException(line, e);
        }
    }

    /** A failure while the output was written. */
    static IOException ofOutput(SQLException e) {
        if (kind(e).equals(OF_FILES)) {
            return new IOException(line(e), e);
        }
        throw new IllegalStateException(line(e), e);
    }
}
