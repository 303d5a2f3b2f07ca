// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

/**
 * How a program is run today.
 *
 * @param streaming whether it goes through its rows in chunks
 * @param parallelChunks whether it works on several chunks at a time
 * @param maxWorkers threads, 1 to {@value #MOST_WORKERS}
 * @param chunkSize rows of a chunk, at least 1
 */
public record ProgramSettings(boolean streaming, boolean parallelChunks, int maxWorkers, int chunkSize) {

    /** As many as a matrix allows. */
    public static final int MOST_WORKERS = 1024;

    /** What the Python program does where its configuration says nothing. */
    public static final ProgramSettings DEFAULT = new ProgramSettings(false, false, 4, 50_000);

    public ProgramSettings {
        if (maxWorkers < 1 || maxWorkers > MOST_WORKERS || chunkSize < 1) {
            throw new IllegalArgumentException("workers or rows of a chunk out of range");
        }
    }
}
