// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Commands around the forks, each a program and its arguments, with the placeholders of {@link CommandTarget}. None is
 * part of a measurement.
 *
 * @param setup once before the first fork of each cell
 * @param prepare before each fork
 * @param conclude after each fork
 * @param cleanup once after the last fork of each cell
 */
public record Hooks(
        List<List<String>> setup, List<List<String>> prepare, List<List<String>> conclude, List<List<String>> cleanup) {

    /** No commands. */
    public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of(), List.of());

    public Hooks {
        setup = copied(setup);
        prepare = copied(prepare);
        conclude = copied(conclude);
        cleanup = copied(cleanup);
    }

    /** These hooks with their texts changed. */
    Hooks withTexts(UnaryOperator<String> change) {
        return new Hooks(
                changed(setup, change), changed(prepare, change), changed(conclude, change), changed(cleanup, change));
    }

    private static List<List<String>> changed(List<List<String>> commands, UnaryOperator<String> change) {
        return commands.stream()
                .map(command -> command.stream().map(change).toList())
                .toList();
    }

    private static List<List<String>> copied(List<List<String>> commands) {
        return commands.stream().map(List::copyOf).toList();
    }
}
