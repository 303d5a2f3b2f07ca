// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.init;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML or JSON file of another program as nodes. Nothing is constructed from tags; size and nesting are bounded. */
final class ConfigTree {

    private static final long MOST_BYTES = 1 << 20;
    private static final int DEEPEST = 32;

    private ConfigTree() {}

    static Node read(Path file) throws UnusableConfigException, IOException {
        String text = text(file);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
        try {
            requireShallow(file, new Parse(settings).parseString(text));
            return new Compose(settings).composeString(text).orElseThrow(() -> unusable(file + ": is empty"));
        } catch (MarkedYamlEngineException e) {
            String problem = e.getProblem().lines().findFirst().orElse("");
            throw unusable(file + place(e.getProblemMark()) + ": is no YAML: " + problem);
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw unusable(file + ": is no YAML: " + problem);
        }
    }

    private static String text(Path file) throws UnusableConfigException, IOException {
        if (!Files.isRegularFile(file)) {
            throw unusable(file + (Files.isDirectory(file) ? ": is a folder" : ": no such file")
                    + "; --from names a configuration file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw unusable(file + ": has " + Files.size(file) + " bytes; a configuration has at most " + MOST_BYTES);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unusable(file + ": is no UTF-8 text");
        }
    }

    /** Composing nodes recurses, and would end in a stack overflow; going through events does not. */
    private static void requireShallow(Path file, Iterable<Event> events) throws UnusableConfigException {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (depth > DEEPEST) {
                throw unusable(file + place(event.getStartMark()) + ": is nested deeper than " + DEEPEST + " levels");
            }
        }
    }

    private static String place(Optional<Mark> mark) {
        return mark.map(m -> ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1))
                .orElse("");
    }

    static UnusableConfigException unusable(String problem) {
        return new UnusableConfigException(List.of(problem));
    }
}
