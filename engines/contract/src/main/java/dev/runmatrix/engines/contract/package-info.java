// SPDX-License-Identifier: Apache-2.0
/** What an engine is asked for, and how it answers, whatever it computes with. */
@NullMarked
package dev.runmatrix.engines.contract;

import org.jspecify.annotations.NullMarked;
