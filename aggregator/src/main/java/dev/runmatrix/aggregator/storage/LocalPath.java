// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in a file system.
 *
 * @param path where
 */
public record LocalPath(Path path) implements Location {

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        path.toAbsolutePath().normalize().forEach(name -> names.add(name.toString()));
        return names;
    }

    @Override
    public Location spelledOut() {
        return new LocalPath(path.toAbsolutePath().normalize());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
