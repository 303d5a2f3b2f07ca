// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.labels.LabelSets;
import dev.runmatrix.aggregator.text.TextIds;
import java.io.IOException;
import java.util.Arrays;

/** The next group of a cursor, with the texts by which it is compared. */
final class MergeHead {

    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final byte[] NO_TEXT = {};

    private final GroupCursor cursor;
    private final TextIds names;
    private final LabelSets sets;
    private int namespace = UNKNOWN;
    private int node = UNKNOWN;
    private int labels = UNKNOWN;
    private byte[] namespaceText = NO_TEXT;
    private byte[] nodeText = NO_TEXT;
    private byte[] labelText = NO_TEXT;

    MergeHead(GroupCursor cursor, TextIds names, LabelSets sets) {
        this.cursor = cursor;
        this.names = names;
        this.sets = sets;
    }

    GroupCursor cursor() {
        return cursor;
    }

    int namespace() {
        return namespace;
    }

    int node() {
        return node;
    }

    int labels() {
        return labels;
    }

    /** Goes on to the next group; false if there is none. */
    boolean advance() throws IOException {
        if (!cursor.advance()) {
            return false;
        }
        if (namespace != cursor.namespace()) {
            namespace = cursor.namespace();
            namespaceText = text(namespace);
        }
        if (node != cursor.node()) {
            node = cursor.node();
            nodeText = text(node);
        }
        if (labels != cursor.labels()) {
            labels = cursor.labels();
            labelText = sets.canonicalText(labels);
        }
        return true;
    }

    private byte[] text(int name) {
        return name == TextIds.NULL ? NO_TEXT : names.text(name);
    }

    /** Whether this group comes before another; different texts have different numbers. */
    boolean precedes(MergeHead other) {
        if (namespace != other.namespace) {
            boolean oneIsNull = namespace == TextIds.NULL || other.namespace == TextIds.NULL;
            return oneIsNull
                    ? namespace == TextIds.NULL
                    : Arrays.compareUnsigned(namespaceText, other.namespaceText) < 0;
        }
        if (node != other.node) {
            return Arrays.compareUnsigned(nodeText, other.nodeText) < 0;
        }
        return labels != other.labels && Arrays.compareUnsigned(labelText, other.labelText) < 0;
    }
}
