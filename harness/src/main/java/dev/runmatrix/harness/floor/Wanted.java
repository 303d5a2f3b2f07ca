// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.floor;

import dev.runmatrix.harness.result.FloorPurpose;
import java.util.Optional;

/**
 * An attempt that is to be made.
 *
 * @param purpose what for
 * @param heapMebibytes greatest heap to give; absent for the flags as they are shipped
 * @param limitMebibytes limit of the whole process; absent for none
 */
public record Wanted(FloorPurpose purpose, Optional<Long> heapMebibytes, Optional<Long> limitMebibytes) {

    static final Wanted SHIPPED = new Wanted(FloorPurpose.SHIPPED, Optional.empty(), Optional.empty());
}
