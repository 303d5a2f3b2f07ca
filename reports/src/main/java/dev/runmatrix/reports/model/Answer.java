// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * What to do.
 *
 * @param sentence the verdict
 * @param details what supports it, a sentence or two each
 * @param bars reference and recommendation side by side; absent where there is no such pair
 * @param diff the change as lines of a configuration; empty where nothing is to be changed
 * @param yaml the changed configuration, to be copied
 * @param times what the times of the run are times of; empty where it has none
 * @param validity within which bounds the advice holds
 * @param tiles the three winners; empty where no cell has a rank
 * @param recommended name of the recommended cell; empty where there is none
 */
public record Answer(
        Text sentence,
        List<Text> details,
        Optional<Figure> bars,
        List<DiffLine> diff,
        String yaml,
        Text times,
        Text validity,
        List<Tile> tiles,
        String recommended) {

    public Answer {
        details = List.copyOf(details);
        diff = List.copyOf(diff);
        tiles = List.copyOf(tiles);
    }
}
