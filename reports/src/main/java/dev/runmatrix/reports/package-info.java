// SPDX-License-Identifier: Apache-2.0
/**
 * Judges a stored run and tells its story in Markdown and HTML. It measures nothing.
 */
@NullMarked
package dev.runmatrix.reports;

import org.jspecify.annotations.NullMarked;
