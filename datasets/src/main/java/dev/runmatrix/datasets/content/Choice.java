// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

/**
 * What is chosen at random. Each choice has a stream of its own, so that a new one changes no other; the numbers are part
 * of the data and never change.
 */
public enum Choice {
    CPU_REQUEST(1),
    MEMORY_REQUEST(2),
    CPU_USAGE(3),
    MEMORY_USAGE(4),
    SHORT_HOUR(5),
    POD_SECONDS(6),
    NODE_CORES(7),
    TEMPLATE_HASH(8),
    REVISION_HASH(9),
    STATEFULSET_NAME(10),
    ABSENT(11),
    BLANK_NODE(12),
    NULL_LABELS(13),
    BAD_JSON(14),
    BAD_JSON_FORM(15),
    SOURCE_UUID(16);

    private final int stream;

    Choice(int stream) {
        this.stream = stream;
    }

    int stream() {
        return stream;
    }
}
