// SPDX-License-Identifier: Apache-2.0
/**
 * The pages as a reader gets them: opened in the Chromium of this machine, looked at, printed, and asked by axe-core and mermaid.
 */
@NullMarked
package dev.runmatrix.reports.browser;

import org.jspecify.annotations.NullMarked;
