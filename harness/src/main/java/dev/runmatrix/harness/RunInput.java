// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.verify.ExpectedOutput;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dataset as a run needs it.
 *
 * @param facts what is stored about it; its name is the value of the axis {@code dataset}
 * @param inputs files, folders and addresses to read, as a program is given them; at least one
 * @param params parameters of the aggregation
 * @param expected what a right output adds up to; absent where that is not known
 */
public record RunInput(DatasetFacts facts, List<String> inputs, Path params, Optional<ExpectedOutput> expected) {

    public RunInput {
        inputs = List.copyOf(inputs);
    }
}
