// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that need a browser. Their methods may ask for a {@link Browser} and for {@link Specimens}, which all
 * classes share. Without Chromium and its driver on the {@code PATH} they are skipped, and one line says why;
 * {@code RUN_MATRIX_BROWSER=required} makes that a failure, {@code RUN_MATRIX_BROWSER=off} skips them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}
