// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Knows the classes of this process but for some, and loads all anew. */
public final class PartialClasses extends URLClassLoader {

    private final List<String> hidden;

    /** @param hidden how the names of the classes begin that are not known */
    public PartialClasses(List<String> hidden) {
        super(classPath(), ClassLoader.getPlatformClassLoader());
        this.hidden = List.copyOf(hidden);
    }

    private static URL[] classPath() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(PartialClasses::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
    }
}
