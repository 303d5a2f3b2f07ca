// SPDX-License-Identifier: Apache-2.0
/** Small forks that succeed or fail in one way each, to try the harness on. */
@NullMarked
package dev.runmatrix.harness.toy;

import org.jspecify.annotations.NullMarked;
