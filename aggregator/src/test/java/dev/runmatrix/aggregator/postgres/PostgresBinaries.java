// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL for this machine, from the class path. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> FOR_ALL_TO_RUN = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FOR_ALL_TO_READ = PosixFilePermissions.fromString("rw-r--r--");

    private PostgresBinaries() {}

    /** Unpacks them into a directory, for every user to run. */
    static void unpack(Path directory) throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm64v8" : "x86_64";
        try (TarArchiveInputStream archive = new TarArchiveInputStream(
                new XZInputStream(DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor)))) {
            TarArchiveEntry entry = archive.getNextEntry();
            while (entry != null) {
                unpack(archive, entry, directory.resolve(entry.getName()));
                entry = archive.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            makeDirectory(target);
            return;
        }
        makeDirectory(parent(target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, target);
            boolean runs = (entry.getMode() & 1) != 0;
            Files.setPosixFilePermissions(target, runs ? FOR_ALL_TO_RUN : FOR_ALL_TO_READ);
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            makeDirectory(parent(directory));
            Files.createDirectory(directory);
            Files.setPosixFilePermissions(directory, FOR_ALL_TO_RUN);
        }
    }

    private static Path parent(Path path) {
        return path.resolveSibling("");
    }
}
