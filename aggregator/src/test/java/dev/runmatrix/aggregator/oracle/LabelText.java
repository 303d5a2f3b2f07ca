// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a label column's text says: nothing, a JSON object, the operator's {@code k:v|k:v}, or something unreadable. */
final class LabelText {
    private LabelText() {}

    /**
     * A label set read from text.
     *
     * @param labels empty when the text is bad
     * @param isBad whether the text is neither empty nor readable
     */
    record Reading(LabelSet labels, boolean isBad) {}

    private static final Reading NOTHING = new Reading(LabelSet.EMPTY, false);
    private static final Reading BAD = new Reading(LabelSet.EMPTY, true);

    static Reading read(Optional<String> written) {
        String text = stripped(written.orElse(""));
        if (text.isEmpty() || text.equals("null")) {
            return NOTHING;
        }
        if (text.startsWith("{")) {
            return StrictJson.object(text)
                    .map(object -> new Reading(fromJson(object), false))
                    .orElse(BAD);
        }
        if (!text.startsWith("[") && !text.startsWith("\"") && text.contains(":")) {
            return new Reading(fromOperatorText(text), false);
        }
        return BAD;
    }

    private static LabelSet fromJson(JsonValue.Members object) {
        Map<String, Optional<String>> labels = new HashMap<>();
        object.members().forEach(member -> labels.put(member.key(), labelValue(member.value())));
        return LabelSet.of(labels);
    }

    private static Optional<String> labelValue(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return Optional.of(text.value());
        }
        return value.equals(new JsonValue.Literal("null")) ? Optional.empty() : Optional.of(CanonicalText.of(value));
    }

    private static LabelSet fromOperatorText(String text) {
        Map<String, Optional<String>> labels = new HashMap<>();
        for (String piece : text.split("\\|", -1)) {
            int colon = piece.indexOf(':');
            if (colon >= 0) {
                String key = stripped(piece.substring(0, colon)).replace("label_", "");
                labels.put(stripped(key), Optional.of(stripped(piece.substring(colon + 1))));
            }
        }
        return LabelSet.of(labels);
    }

    private static String stripped(String text) {
        return text.replaceAll("\\A[ \\t\\r\\n]+|[ \\t\\r\\n]+\\z", "");
    }
}
