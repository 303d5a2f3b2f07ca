// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import dev.runmatrix.harness.result.WholeFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A small file of keys and values between harness and fork: it is there whole or not at all. */
final class PropertyFile {

    private PropertyFile() {}

    static void write(Path file, Properties text) throws IOException {
        StringWriter content = new StringWriter();
        text.store(content, null);
        WholeFile.write(file, content.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Properties read(Path file) throws IOException {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            text.load(reader);
        }
        return text;
    }

    static String require(Path file, Properties text, String key) throws IOException {
        String value = text.getProperty(key);
        if (value == null) {
            throw new IOException(file + ": '" + key + "' is missing");
        }
        return value;
    }

    static long number(Path file, Properties text, String key) throws IOException {
        return Long.parseLong(require(file, text, key));
    }
}
