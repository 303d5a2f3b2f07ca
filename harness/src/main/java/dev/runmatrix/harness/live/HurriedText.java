// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

/** A text that refuses to be read any more when the time is up, which ends a regular expression that would not end. */
final class HurriedText implements CharSequence {

    /** Asking for the time takes as long as some dozen characters. */
    private static final int CHARACTERS_A_LOOK = 256;

    private final String text;
    private final long endNanos;
    private int read;

    HurriedText(String text, long endNanos) {
        this.text = text;
        this.endNanos = endNanos;
    }

    @Override
    public char charAt(int index) {
        read++;
        if (read % CHARACTERS_A_LOOK == 0 && System.nanoTime() - endNanos > 0) {
            throw new TimeUp();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The time is up. */
    static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        TimeUp() {
            super("time is up", null, false, false);
        }
    }
}
