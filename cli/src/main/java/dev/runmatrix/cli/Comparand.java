// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.StoredRun;

/**
 * A stored run that is to be compared.
 *
 * @param label what its user calls it, {@code baseline release-1.4} or {@code run 20261122T062500Z-3f1c2ab}
 * @param stored the run
 */
record Comparand(String label, StoredRun stored) {}
