// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.summary;

/** What the numbers in the text columns of a summary stand for. Thread-safe. */
public interface SummaryTexts {

    /** The UTF-8 bytes of a namespace, node or resource. Not to be changed. */
    byte[] name(int id);

    /** The canonical text of a label set. Not to be changed. */
    byte[] labels(int set);
}
