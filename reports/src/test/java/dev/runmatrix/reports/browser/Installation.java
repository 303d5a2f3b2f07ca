// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A browser and its driver, as a machine has them.
 *
 * @param browser program that shows pages
 * @param driver program that steers it
 */
record Installation(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

    /** Nothing is ever fetched: what is not on the path does not exist. */
    static Installation on(String path) throws NoBrowserException {
        return new Installation(find(path, BROWSERS), find(path, DRIVERS));
    }

    private static Path find(String path, List<String> names) throws NoBrowserException {
        return names.stream()
                .flatMap(name -> find(path, name).stream())
                .findFirst()
                .orElseThrow(() -> new NoBrowserException("no " + names.get(0)
                        + " on the PATH; Debian's packages chromium and chromium-driver bring both programs"));
    }

    private static Optional<Path> find(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
