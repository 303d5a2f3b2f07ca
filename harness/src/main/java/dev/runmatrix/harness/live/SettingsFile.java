// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveSetting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A program's configuration in YAML or JSON, searched for the settings that decide how many workers work. Only events are
 * read: nothing is constructed, no alias is followed, and size and depth are bounded.
 */
public final class SettingsFile {

    private static final long MOST_BYTES = 1 << 20;

    /** The section in which such settings usually stand: there they are preferred. */
    private static final String USUAL_SECTION = "performance";

    private SettingsFile() {}

    /** A file that cannot be read or is no YAML; the message names file and line. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /** One setting a key, in the order of the file. */
    public static List<LiveSetting> read(Path file) throws Unreadable {
        String text = text(file);
        SettingsPath path = new SettingsPath(file.getFileName().toString());
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            for (Event event : new Parse(settings).parseString(text)) {
                if (!path.take(event)) {
                    throw new Unreadable(file + ": nested too deeply for a configuration");
                }
            }
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark()
                    .map(mark -> ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse("");
            throw new Unreadable(file + where + ": not YAML or JSON: "
                    + e.getProblem().lines().findFirst().orElse(""));
        } catch (YamlEngineException e) {
            throw new Unreadable(file + ": not YAML or JSON: " + e.getMessage());
        }
        return preferred(path.found());
    }

    private static List<LiveSetting> preferred(List<LiveSetting> found) {
        List<LiveSetting> chosen = new ArrayList<>();
        for (String key : CommandSettings.KEYS.stream().sorted().toList()) {
            found.stream()
                    .filter(setting -> setting.key().equals(key))
                    .min(Comparator.comparing(
                            (LiveSetting setting) -> !setting.written().contains(USUAL_SECTION + ".")))
                    .ifPresent(chosen::add);
        }
        chosen.sort(Comparator.comparingInt(found::indexOf));
        return chosen;
    }

    private static String text(Path file) throws Unreadable {
        if (!Files.isRegularFile(file)) {
            throw new Unreadable(file + (Files.isDirectory(file) ? ": is a directory" : ": no such file"));
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Unreadable(
                        file + ": has " + Files.size(file) + " bytes; a configuration has at most " + MOST_BYTES);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable(file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new Unreadable(file + ": cannot be read: " + e.getMessage());
        }
    }
}
