// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import java.util.Optional;

/** Hears how far an aggregation is. */
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /**
     * Footers have been read, and rows will be. Where statistics prove wrong, everything begins once more.
     *
     * @param rows pod rows there are
     * @param choice the settings that were chosen; absent unless the mode is {@link Mode#AUTO}
     */
    default void begun(long rows, Optional<Choice> choice) {}

    /** A thread, any one, has read and folded so many more pod rows: one call for each piece of work. */
    default void folded(long rows) {}

    /** A phase has ended; its name is that of the {@link PhaseTime}. */
    default void phaseEnded(String name) {}
}
