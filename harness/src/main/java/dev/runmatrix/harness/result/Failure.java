// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * How an attempt failed.
 *
 * @param kind the class of failure
 * @param message one line for the reader, from the process where it said something; at most 500 characters
 * @param exitCode exit status of the process, absent where it is unknown
 * @param log its kept output, relative to the run's directory, absent where it wrote nothing
 */
public record Failure(FailureKind kind, String message, Optional<Integer> exitCode, Optional<String> log) {}
