// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One setting of all declared axes. In JSON it is the object of its axes.
 *
 * @param axes axis name to the canonical text of its value ({@code "true"}, {@code "4"}, {@code "streaming"}), in the
 *     order in which the matrix declares the axes
 */
public record Cell(@JsonValue Map<String, String> axes) {

    private static final int ID_LENGTH = 10;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Cell {
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
    }

    /** The value of an axis, absent where the matrix does not declare that axis. */
    public Optional<String> get(String axis) {
        return Optional.ofNullable(axes.get(axis));
    }

    /** This cell with some of its axes set to other values; axes that it lacks are added last. */
    public Cell with(Map<String, String> changes) {
        Map<String, String> changed = new LinkedHashMap<>(axes);
        changed.putAll(changes);
        return new Cell(changed);
    }

    /**
     * Ten hexadecimal digits that depend on the axes and values alone, not on their order: the key by which runs are
     * resumed and compared.
     */
    public String id() {
        StringBuilder canonical = new StringBuilder();
        new TreeMap<>(axes)
                .forEach((axis, value) ->
                        canonical.append(axis).append('=').append(value).append('\n'));
        byte[] digest = sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
