// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

/** Is told how far a long job is. Called from several threads at once; must return soon. */
@FunctionalInterface
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener NONE = (done, total) -> {};

    /**
     * Some more is done.
     *
     * @param done units done: rows when generating, bytes when verifying
     * @param total units in all
     */
    void advanced(long done, long total);
}
