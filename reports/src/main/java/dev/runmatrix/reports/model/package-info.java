// SPDX-License-Identifier: Apache-2.0
/**
 * The report as data, ready to be laid out: every number is formatted, every sentence written, every drawing drawn. Both
 * reports show the same model, so they cannot disagree. It knows nothing of FreeMarker.
 */
@NullMarked
package dev.runmatrix.reports.model;

import org.jspecify.annotations.NullMarked;
