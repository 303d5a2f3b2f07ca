// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.ProfileRecord;

/**
 * A profile that was made.
 *
 * @param directory where it is kept, without the path of the user's home
 * @param profile what it says
 */
record ProfilePass(String directory, ProfileRecord profile) {}
