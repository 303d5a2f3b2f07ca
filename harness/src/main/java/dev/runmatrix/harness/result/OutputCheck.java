// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * The digest of an attempt's output and what came of comparing it.
 *
 * @param digest SHA-256 of the canonical rows, 64 hexadecimal digits
 * @param rows output rows
 * @param bytes size of the output file
 * @param againstReference compared with the first good output of the reference cell on the same dataset; absent on
 *     that output itself
 * @param againstManifest row count and column sums compared with the dataset's manifest; absent where it has none
 * @param difference the first difference in words, absent where there is none
 */
public record OutputCheck(
        String digest,
        long rows,
        long bytes,
        Optional<OutputVerdict> againstReference,
        Optional<OutputVerdict> againstManifest,
        Optional<String> difference) {

    /** Whether any comparison found other rows or numbers. */
    public boolean isWrong() {
        return againstReference.filter(OutputVerdict.WRONG::equals).isPresent()
                || againstManifest.filter(OutputVerdict.WRONG::equals).isPresent();
    }
}
