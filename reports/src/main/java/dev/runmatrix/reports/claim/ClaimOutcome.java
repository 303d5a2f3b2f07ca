// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

/** What a claim, or one case of it, comes to; the first of those of several cases is what all of them come to. */
public enum ClaimOutcome {
    /** The whole interval is beyond the limit, or a single fork disproves the claim. */
    FAIL("FAIL"),
    /** A cell that it takes was not measured, failed, or wrote a wrong output. */
    NOT_MEASURED("NOT MEASURED"),
    /** The limit lies inside the interval, or there are too few undisturbed forks. */
    CANNOT_TELL("CANNOT TELL"),
    /** The whole interval keeps the limit. */
    PASS("PASS");

    private final String word;

    ClaimOutcome(String word) {
        this.word = word;
    }

    /** Its word in reports. */
    public String word() {
        return word;
    }
}
