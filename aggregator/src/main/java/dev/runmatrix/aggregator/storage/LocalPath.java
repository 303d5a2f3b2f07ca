// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file system.
 *
 * @param path where
 */
public record LocalPath(Path path) implements Location {

    @Override
    public List<String> names() {
        Path whole = path.toAbsolutePath().normalize();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < whole.getNameCount(); i++) {
            names.add(whole.getName(i).toString());
        }
        return names;
    }

    @Override
    public Location spelledOut() {
        return new LocalPath(path.toAbsolutePath().normalize());
    }

    /** Written out, as the one that records have is made at run time, which takes a short run longer than all its uses. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalPath location && path.equals(location.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
