// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.LinkedHashMap;
import java.util.Map;

/** The axis whose cells are builds of one program, which take their turns one right after the other. */
public final class BuildAxis {

    /** Its name. */
    public static final String KEY = "build";

    /** Its value for the build that is compared with. */
    public static final String BASE = "base";

    /** Its value for the build that is judged. */
    public static final String HEAD = "head";

    private BuildAxis() {}

    /** A cell without this axis: the setting that its builds have in common. */
    public static Cell settingOf(Cell cell) {
        Map<String, String> axes = new LinkedHashMap<>(cell.axes());
        axes.remove(KEY);
        return new Cell(axes);
    }

    /** The cell of a build in a setting. */
    public static Cell cellOf(Cell setting, String build) {
        return setting.with(Map.of(KEY, build));
    }
}
