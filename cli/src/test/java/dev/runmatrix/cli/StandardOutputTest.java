// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    @Test
    void aFullDiskIsRemembered() {
        assertThat(writtenTo(failing("No space left on device")).failure()).contains("No space left on device");
    }

    @Test
    void aReaderThatHasHadEnoughIsNoFailure() {
        assertThat(writtenTo(failing("Broken pipe")).failure()).isEmpty();
    }

    @Test
    void whatCanBeWrittenIs() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThat(writtenTo(bytes).failure()).isEmpty();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("text");
    }

    private static StandardOutput writtenTo(OutputStream target) {
        StandardOutput output = new StandardOutput(target);
        PrintStream stream = new PrintStream(output, true, StandardCharsets.UTF_8);
        stream.print("text");
        stream.flush();
        return output;
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
