// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.input;

import dev.runmatrix.engines.contract.Place;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What people call a place, as Hadoop calls it. */
public final class Addresses {

    private static final String S3 = "s3://";

    private Addresses() {}

    /** The place that a path of this machine or an address names. */
    public static Path of(String place) {
        Optional<String> scheme = Place.scheme(place);
        if (scheme.isEmpty()) {
            return new Path(
                    java.nio.file.Path.of(place).toAbsolutePath().normalize().toUri());
        }
        // The file system of that name is of a service that ended; people mean what S3A reads.
        return new Path(scheme.get().equals("s3") ? "s3a://" + place.substring(S3.length()) : place);
    }

    /** The file or folder on this machine that a place names; absent for a place elsewhere. */
    public static Optional<java.nio.file.Path> local(String place) {
        Optional<String> scheme = Place.scheme(place);
        if (scheme.isPresent() && !scheme.get().equals("file")) {
            return Optional.empty();
        }
        return Optional.of(java.nio.file.Path.of(of(place).toUri().getPath()));
    }

    /** What reads and writes a place; Hadoop itself calls a missing jar a bug. */
    public static FileSystem system(Path path, Configuration configuration) throws IOException {
        try {
            return path.getFileSystem(configuration);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof ClassNotFoundException missing) {
                throw new IOException(
                        path + ": its file system is not on the class path (" + missing.getMessage()
                                + "); add its jar, for s3:// hadoop-aws, or name another place",
                        e);
            }
            throw e;
        }
    }

    /** A place as a person would write it. */
    public static String named(Path path) {
        String scheme = path.toUri().getScheme();
        if (scheme == null || scheme.equals("file")) {
            return path.toUri().getPath();
        }
        return scheme.equals("s3a") ? path.toString().replaceFirst("^s3a", "s3") : path.toString();
    }
}
