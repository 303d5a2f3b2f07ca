// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.io.IOException;

/** An answer that ended before all was there that it had announced. */
final class BrokenBodyException extends IOException {

    private static final long serialVersionUID = 1;
}
