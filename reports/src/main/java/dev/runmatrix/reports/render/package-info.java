// SPDX-License-Identifier: Apache-2.0
/**
 * Lays the model out with FreeMarker, which no other package knows. Everything a template prints is escaped for the format it
 * prints, HTML or Markdown.
 */
@NullMarked
package dev.runmatrix.reports.render;

import org.jspecify.annotations.NullMarked;
