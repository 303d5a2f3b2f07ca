// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixTest {

    @Test
    void eachToyIsACellAndTheFirstIsTheReference() {
        String yaml = Matrix.of("{forks: 1}")
                .with("good", "printf 'a' >{out}")
                .with("other", List.of("sleep", "1"))
                .with("gate: {}\n")
                .yaml();

        assertThat(yaml)
                .contains("axes: {toy: ['good', 'other']}\n")
                .contains("{when: {toy: 'good'}, kind: command, command: ['sh', '-c', 'printf ''a'' >{out}']}\n")
                .contains("{when: {toy: 'other'}, kind: command, command: ['sleep', '1']}\n")
                .endsWith("reference_cell: {toy: 'good'}\nmeasure: {forks: 1}\ngate: {}\n");
    }
}
