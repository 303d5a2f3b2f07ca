// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The folder of all runs: {@code index.jsonl}, which only grows, and the link {@code latest}. */
public final class RunIndex {

    public static final String INDEX_FILE = "index.jsonl";
    public static final String LATEST = "latest";

    private final Path results;

    public RunIndex(Path results) {
        this.results = results;
    }

    /** Adds a run that has ended. */
    public void append(IndexEntry entry) throws IOException {
        Files.writeString(
                results.resolve(INDEX_FILE),
                RunJson.MAPPER.writeValueAsString(entry) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Lets {@code latest} name a run; where the file system has no links, there is none. */
    public void pointLatestTo(String id) throws IOException {
        Path temporary = results.resolve("." + LATEST + "." + id);
        try {
            Files.createSymbolicLink(temporary, Path.of(id));
            Files.move(temporary, results.resolve(LATEST), StandardCopyOption.ATOMIC_MOVE);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.deleteIfExists(temporary);
        }
    }
}
