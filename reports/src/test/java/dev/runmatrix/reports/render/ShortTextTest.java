// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShortTextTest {

    @Test
    void textUpToTheLimitIsKeptAndTheNextCharacterRefused() throws IOException {
        try (ShortText text = new ShortText(5)) {
            text.write("12");
            text.write("345");

            assertThat(text.toString()).isEqualTo("12345");
            assertThatThrownBy(() -> text.write("6")).isInstanceOf(ShortText.TooLongException.class);
        }
    }
}
