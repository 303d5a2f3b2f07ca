// SPDX-License-Identifier: Apache-2.0
/**
 * What the claims of a matrix come to: each judged by the forks of its cells, with every number that it rests on. It reads
 * no file and knows no format.
 */
@NullMarked
package dev.runmatrix.reports.claim;

import org.jspecify.annotations.NullMarked;
