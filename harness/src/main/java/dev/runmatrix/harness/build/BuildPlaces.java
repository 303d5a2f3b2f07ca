// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import java.nio.file.Path;

/**
 * Where builds come from and where they are kept.
 *
 * @param home the checkout of this program
 * @param store the folder of kept builds; need not exist
 * @param matrixFolder the folder of the matrix file, to which the directories of its commands are relative
 */
public record BuildPlaces(Path home, Path store, Path matrixFolder) {

    public BuildPlaces {
        home = home.toAbsolutePath().normalize();
        store = store.toAbsolutePath().normalize();
        matrixFolder = matrixFolder.toAbsolutePath().normalize();
    }
}
