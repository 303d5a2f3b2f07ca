// SPDX-License-Identifier: Apache-2.0
/**
 * What a flight recording of a fork says: which methods ran, what was allocated and waited for, by kinds of threads. It must
 * not know how the fork was made. Names in a recording are those of somebody's program: they are made harmless here.
 */
@NullMarked
package dev.runmatrix.harness.profile;

import org.jspecify.annotations.NullMarked;
