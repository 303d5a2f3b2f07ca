// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import java.util.Optional;

/**
 * One cell that a claim rests on.
 *
 * @param cell its name
 * @param what which number of its forks: {@code median}, {@code greatest}, {@code least}, {@code outputs}
 * @param value that number, in the unit of the claim's metric; absent where there is none
 * @param forks how many forks it is of
 */
public record ClaimEvidence(String cell, String what, Optional<Double> value, int forks) {

    static final String MEDIAN = "median";
    static final String GREATEST = "greatest";
    static final String LEAST = "least";
    static final String OUTPUTS = "outputs";
}
