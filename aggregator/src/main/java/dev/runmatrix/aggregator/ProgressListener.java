// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import java.util.Optional;

/** Hears how far an aggregation is. */
public interface ProgressListener {

    /** Listens to nothing. */
    ProgressListener NONE = (rows, choice) -> {};

    /**
     * Footers have been read, and rows will be.
     *
     * @param rows pod rows there are
     * @param choice the settings that were chosen; absent unless the mode is {@link Mode#AUTO}
     */
    void begun(long rows, Optional<Choice> choice);
}
