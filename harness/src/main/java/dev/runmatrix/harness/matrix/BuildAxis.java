// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/** The axis whose cells are builds of one program, which take their turns one right after the other. */
public final class BuildAxis {

    /** Its name. */
    public static final String KEY = "build";

    /** Its value for the build that is compared with. */
    public static final String BASE = "base";

    /** Its value for the build that is judged. */
    public static final String HEAD = "head";

    private BuildAxis() {}
}
