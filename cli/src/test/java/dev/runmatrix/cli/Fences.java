// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recipes of docs/CI.md: fenced blocks with a name. */
final class Fences {

    private static final Path PAGE = Path.of("../docs/CI.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w+ recipe=([a-z-]+)\\n(.*?)^```$");

    private Fences() {}

    /** Name to text, in the order of the page. */
    static Map<String, String> all() throws IOException {
        Map<String, String> recipes = new LinkedHashMap<>();
        Matcher fence = FENCE.matcher(Files.readString(PAGE));
        while (fence.find()) {
            recipes.put(fence.group(1), fence.group(2));
        }
        return recipes;
    }

    static String of(String name) throws IOException {
        return Optional.ofNullable(all().get(name)).orElseThrow(() -> new AssertionError("no recipe " + name));
    }
}
