// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.parquet.io.api.Binary;

/** Collects the keys of label texts, {@code label_app:x|tier:y} or JSON objects. */
final class LabelKeys {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_TEXTS = 50_000;
    private static final int LONGEST_KNOWN_BYTES = 2_048;
    private static final String PREFIX = "label_";

    private final int most;
    private final Set<String> keys = new TreeSet<>();
    private final Set<Binary> known = new HashSet<>();

    LabelKeys(int most) {
        this.most = most;
    }

    void addAllOf(Binary text) {
        if (areTooMany() || known.contains(text)) {
            return;
        }
        if (known.size() == MOST_TEXTS) {
            known.clear();
        }
        if (text.length() <= LONGEST_KNOWN_BYTES) {
            known.add(text);
        }
        String stripped = text.toStringUsingUTF8().strip();
        if (stripped.startsWith("{")) {
            addMembers(stripped);
        } else if (!stripped.startsWith("[") && !stripped.startsWith("\"")) {
            addPieces(stripped);
        }
    }

    private void addPieces(String text) {
        for (String piece : text.split("\\|", -1)) {
            int colon = piece.indexOf(':');
            if (colon >= 0) {
                keys.add(piece.substring(0, colon).replace(PREFIX, "").strip());
            }
        }
    }

    /** Those of a text that is no JSON after all do no harm: such a text is an empty set of labels. */
    private void addMembers(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                keys.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        } catch (IOException e) {
            // Read as far as it goes.
        }
    }

    /** Whether there are more than anybody groups by. */
    boolean areTooMany() {
        return keys.size() > most;
    }

    /** In alphabetical order. */
    List<String> list() {
        return List.copyOf(keys);
    }
}
