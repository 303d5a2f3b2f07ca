// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Scripts that the tests run in a page. */
final class Script {

    private static final String MERMAID = "/META-INF/resources/webjars/mermaid/11.14.0/dist/mermaid.min.js";

    private Script() {}

    /** One of ours: the body of a function. */
    static String named(String name) {
        return text(name + ".js");
    }

    /** The whole of axe-core. */
    static String axe() {
        return text("/axe.min.js");
    }

    /** A script for a page of its own: inside a function it would not find itself. */
    static String mermaid() {
        return text(MERMAID);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
