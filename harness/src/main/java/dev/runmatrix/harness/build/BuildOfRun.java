// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import java.util.Optional;

/**
 * The build that a stored run measured, where it can be had.
 *
 * @param build ready to be measured; absent where it cannot be had
 * @param why where it comes from, or why it cannot be had: words that follow "the build of run X"
 */
public record BuildOfRun(Optional<Build> build, String why) {}
