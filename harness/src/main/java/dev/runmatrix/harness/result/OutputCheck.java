// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * The digest of an attempt's output and what came of comparing it.
 *
 * @param digest SHA-256 of the canonical rows, 64 hexadecimal digits; where a program of the user's judged, of the bytes
 * @param rows output rows; absent where a program of the user's judged
 * @param bytes size of the output, all of its files
 * @param againstReference compared with the first good output of the reference cell on the same dataset; absent on
 *     that output itself
 * @param againstManifest row count and column sums compared with the dataset's manifest; absent where it has none
 * @param accepted what the user's own program said of it; absent where there is none
 * @param difference the first difference in words, absent where there is none
 */
public record OutputCheck(
        String digest,
        Optional<Long> rows,
        long bytes,
        Optional<OutputVerdict> againstReference,
        Optional<OutputVerdict> againstManifest,
        Optional<Boolean> accepted,
        Optional<String> difference) {

    /** The check of rows that were compared. */
    public OutputCheck(
            String digest,
            long rows,
            long bytes,
            Optional<OutputVerdict> againstReference,
            Optional<OutputVerdict> againstManifest,
            Optional<String> difference) {
        this(digest, Optional.of(rows), bytes, againstReference, againstManifest, Optional.empty(), difference);
    }

    /** The check of an output by a program of the user's. */
    public static OutputCheck byProgram(String digest, long bytes, boolean accepted, Optional<String> difference) {
        return new OutputCheck(
                digest, Optional.empty(), bytes, Optional.empty(), Optional.empty(), Optional.of(accepted), difference);
    }

    /** Whether any comparison found other rows or numbers, or the user's program refused it. */
    public boolean isWrong() {
        return againstReference.filter(OutputVerdict.WRONG::equals).isPresent()
                || againstManifest.filter(OutputVerdict.WRONG::equals).isPresent()
                || accepted.filter(Boolean.FALSE::equals).isPresent();
    }
}
