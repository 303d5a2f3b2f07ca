// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.InvalidParametersException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A dataset that can be made.
 *
 * <p>A variant is named after what it is derived from and what differs, in alphabetical order:
 * {@code tiny+layout-koku+values-decimal}. So its name tells how to make it again.
 *
 * @param name name, also that of its directory
 * @param parameters what decides its bytes
 * @param settings the words that were given for it; what they leave out has its default
 * @param base what it is a variant of; empty if it has a name of its own
 */
public record Dataset(String name, DatasetParameters parameters, Map<String, String> settings, Optional<Dataset> base) {

    static final char VARIANT = '+';
    private static final char VALUE = '-';

    public Dataset {
        settings = Map.copyOf(settings);
    }

    static Dataset named(String name, Map<String, String> settings) throws InvalidParametersException {
        return new Dataset(name, DatasetParameters.from(settings), settings, Optional.empty());
    }

    /**
     * The variant with some settings changed; settings that change nothing are left out of its name.
     *
     * @throws DatasetException naming every setting that makes no sense
     */
    public Dataset with(Map<String, String> changes) throws DatasetException {
        Map<String, String> words = new LinkedHashMap<>(settings);
        words.putAll(changes);
        try {
            DatasetParameters changed = DatasetParameters.from(words);
            Dataset origin = base.orElse(this);
            String variant = origin.variant(words.keySet(), changed);
            return variant.isEmpty()
                    ? origin
                    : new Dataset(origin.name() + variant, changed, words, Optional.of(origin));
        } catch (InvalidParametersException e) {
            throw new DatasetException(
                    DatasetException.Kind.INVALID, name + ": " + String.join("\n" + name + ": ", e.problems()), e);
        }
    }

    /** What stands behind the name of a variant: the keys that were given and whose words differ. */
    private String variant(Set<String> given, DatasetParameters changed) {
        Map<String, String> before = parameters.words();
        StringBuilder variant = new StringBuilder();
        new TreeMap<>(changed.words()).forEach((key, word) -> {
            if (given.contains(key) && !word.equals(before.get(key))) {
                variant.append(VARIANT).append(key).append(VALUE).append(word);
            }
        });
        return variant.toString();
    }

    /** About how large it will be on the disk, in bytes; right to about a third. */
    public long estimatedBytes() {
        return SizeEstimate.bytes(parameters);
    }

    /** Reads the settings out of the part of a variant's name that follows the name it is derived from. */
    static Map<String, String> settingsIn(String variant) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : variant.split("\\" + VARIANT, -1)) {
            int value = setting.indexOf(VALUE);
            String key = value < 0 ? setting : setting.substring(0, value);
            settings.put(key, value < 0 ? "" : setting.substring(value + 1));
        }
        return settings;
    }
}
