// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

/**
 * The bytes of a file are not what they should be. Never leaves this package: the reader of a row group adds file and
 * column and makes it a {@link dev.runmatrix.aggregator.fault.BadInputException}.
 */
final class MalformedException extends RuntimeException {

    MalformedException(String message) {
        super(message);
    }
}
