// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A change to the reference cell that somebody proposed.
 *
 * @param name as the reader knows it, {@code "Option 1"}
 * @param set axes to change, and their new values
 * @param stated the gain that was promised, where one was
 */
public record Option(String name, Map<String, String> set, Optional<StatedGain> stated) {

    public Option {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}
