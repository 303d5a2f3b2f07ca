// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

/** How well a cause is established. */
public enum Confidence {
    /** A cell of the same run that differs in nothing else shows the other side. */
    CONFIRMED,
    /** Several counters tell it from other causes; no cell was measured that would confirm it. */
    LIKELY,
    /** Something is seen, its cause is not. */
    UNKNOWN,
    /** It is about the measurement, not about what was measured. */
    DATA_QUALITY
}
