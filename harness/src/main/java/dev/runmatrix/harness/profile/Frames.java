// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.profile;

import dev.runmatrix.harness.trial.HarmlessText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** Methods on a stack, the one that ran first. */
final class Frames {

    /** The longest name that is kept. */
    static final int LONGEST = 160;

    private static final List<String> PLUMBING =
            List.of("java.", "jdk.", "sun.", "javax.", "com.sun.", "kotlin.", "scala.runtime.", "org.openjdk.jmh.");

    private Frames() {}

    /** All of them, harmless and bounded; none where the event has no stack. */
    static List<String> of(RecordedEvent event) {
        List<String> frames = new ArrayList<>();
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null) {
            return frames;
        }
        for (RecordedFrame frame : stack.getFrames()) {
            if (frame.isJavaFrame()) {
                frames.add(harmless(frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName()));
            }
        }
        return frames;
    }

    /** The first method that is the program's own, or else the first one: where it waits or allocates. */
    static Optional<String> site(List<String> frames) {
        return frames.stream()
                .filter(Frames::isOwn)
                .findFirst()
                .or(() -> frames.stream().findFirst());
    }

    /** Whether a method is neither the platform's nor the frame's in which forks run. */
    static boolean isOwn(String method) {
        return PLUMBING.stream().noneMatch(method::startsWith);
    }

    /** A text of the recording on one line, its control characters as pictures, a long one cut. */
    static String harmless(String text) {
        String line = HarmlessText.of(text).replace('\n', ' ').replace('\t', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
