// SPDX-License-Identifier: Apache-2.0
/**
 * What a run came to, ready to be laid out on a page for a build or a pull request; it reads no file and knows no format.
 */
@NullMarked
package dev.runmatrix.reports.summary;

import org.jspecify.annotations.NullMarked;
