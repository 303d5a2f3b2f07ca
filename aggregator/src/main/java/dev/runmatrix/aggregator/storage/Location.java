// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.nio.file.Path;
import java.util.List;

/** Names a file or a folder. Its text form is for people, and never holds anything secret. */
public sealed interface Location extends Comparable<Location> permits LocalPath, ObjectAddress {

    /**
     * Reads what a user named: the address of objects, or else a path.
     *
     * @throws IllegalArgumentException if it is an address of a wrong form; the message has no part of it that may be
     *     secret
     */
    static Location parse(String text) {
        return ObjectAddress.isMeantBy(text) ? ObjectAddress.parse(text) : of(Path.of(text));
    }

    /** A file or a folder of this machine. */
    static Location of(Path path) {
        return new LocalPath(path);
    }

    /** Names of the folders that lead there, outermost first, and its own at last; none for the root. */
    List<String> names();

    /** The one spelling of this location that all others lead to. */
    Location spelledOut();

    /** Local ones come first. */
    @Override
    default int compareTo(Location other) {
        if (this instanceof LocalPath path) {
            return other instanceof LocalPath otherPath ? path.path().compareTo(otherPath.path()) : -1;
        }
        return other instanceof ObjectAddress address ? ObjectAddress.ORDER.compare((ObjectAddress) this, address) : 1;
    }
}
