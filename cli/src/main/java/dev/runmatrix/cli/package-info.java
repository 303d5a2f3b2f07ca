// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: composes the other modules, and owns exit codes and what people see in a terminal.
 */
@NullMarked
package dev.runmatrix.cli;

import org.jspecify.annotations.NullMarked;
