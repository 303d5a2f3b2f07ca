// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * How much a matrix file may hold. A file beyond them is a mistake or an attack, and is refused before it costs memory.
 *
 * @param bytes size of the file
 * @param nodes values in it, each alias counted with all that it stands for
 * @param depth nesting of lists and mappings
 * @param settings combinations that the axes may span
 * @param cells cells that may be left to measure
 */
public record Limits(int bytes, int nodes, int depth, int settings, int cells) {

    public static final Limits DEFAULT = new Limits(1 << 20, 50_000, 32, 20_000, 1_000);

    /** These limits with another number of cells, and as many settings a cell as before. */
    public Limits withCells(int atMost) {
        long perCell = Math.max(1, settings / cells);
        return new Limits(bytes, nodes, depth, (int) Math.min(Integer.MAX_VALUE, perCell * atMost), atMost);
    }
}
