// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

/**
 * A state in a word, with the tone it is shown in. The word alone says everything.
 *
 * @param word such as {@code OUT OF MEMORY}; empty where there is nothing to say
 * @param tone how it is coloured
 */
public record Tag(String word, Tone tone) {

    /** How a tag is coloured. */
    public enum Tone {
        GOOD("pass"),
        BAD("fail"),
        DOUBTFUL("warn"),
        QUIET("mut");

        private final String cssClass;

        Tone(String cssClass) {
            this.cssClass = cssClass;
        }
    }

    static Tag none() {
        return new Tag("", Tone.QUIET);
    }

    public String cssClass() {
        return tone.cssClass;
    }

    public boolean isEmpty() {
        return word.isEmpty();
    }

    /** Whether there is more to say than that nothing can be said. */
    public boolean isLoud() {
        return !isEmpty() && tone != Tone.QUIET;
    }

    /** Whether the word must not be overlooked where there is no colour. */
    public boolean isBad() {
        return tone == Tone.BAD;
    }
}
