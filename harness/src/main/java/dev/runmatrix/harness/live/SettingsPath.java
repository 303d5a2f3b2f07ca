// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveSetting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Follows the events of a YAML file and notes the settings that it passes, with their place. */
final class SettingsPath {

    private static final int DEEPEST = 64;

    private final String file;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<LiveSetting> found = new ArrayList<>();

    SettingsPath(String file) {
        this.file = file;
    }

    List<LiveSetting> found() {
        return found;
    }

    /** Takes the next event; false if the file is nested deeper than any configuration. */
    boolean take(Event event) {
        if (event instanceof CollectionStartEvent) {
            levels.push(new Level(event instanceof MappingStartEvent));
        } else if (event instanceof CollectionEndEvent) {
            levels.pop();
            closeValue();
        } else if (event instanceof ScalarEvent scalar) {
            take(scalar);
        } else if (event instanceof AliasEvent) {
            closeValue();
        }
        return levels.size() <= DEEPEST;
    }

    private void take(ScalarEvent scalar) {
        Level level = levels.peek();
        if (level != null && level.mapping && level.key.isEmpty()) {
            level.key = Optional.of(scalar.getValue());
            return;
        }
        if (level != null && level.mapping) {
            level.key.flatMap(CommandSettings::key).ifPresent(key -> note(key, scalar));
        }
        closeValue();
    }

    private void note(String key, ScalarEvent scalar) {
        String value = scalar.getValue().strip();
        if (CommandSettings.isPossible(key, value)) {
            String line = scalar.getStartMark()
                    .map(mark -> ":" + (mark.getLine() + 1))
                    .orElse("");
            found.add(new LiveSetting(key, value, path() + ": " + value, file + line, false));
        }
    }

    private String path() {
        List<String> keys =
                levels.stream().flatMap(level -> level.key.stream()).collect(Collectors.toCollection(ArrayList::new));
        java.util.Collections.reverse(keys);
        return String.join(".", keys);
    }

    /** After a value the next scalar of a mapping is a key again. */
    private void closeValue() {
        Level level = levels.peek();
        if (level != null && level.mapping) {
            // A collection as a key has no name; whatever is its value then is passed over as a key would be.
            level.key = level.key.isPresent() ? Optional.empty() : Optional.of("?");
        }
    }

    private static final class Level {
        private final boolean mapping;
        private Optional<String> key = Optional.empty();

        Level(boolean mapping) {
            this.mapping = mapping;
        }
    }
}
