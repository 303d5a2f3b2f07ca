// SPDX-License-Identifier: Apache-2.0
/**
 * What the operating system says about a fork and about the machine, read from outside the fork. The only package that
 * knows OSHI. It must not know what the fork does or how it was started.
 */
@NullMarked
package dev.runmatrix.harness.resource;

import org.jspecify.annotations.NullMarked;
