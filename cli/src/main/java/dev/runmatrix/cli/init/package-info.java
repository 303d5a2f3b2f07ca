// SPDX-License-Identifier: Apache-2.0
/** What a first matrix file says: settings of a program that is measured today, and the cells around them. */
@NullMarked
package dev.runmatrix.cli.init;

import org.jspecify.annotations.NullMarked;
