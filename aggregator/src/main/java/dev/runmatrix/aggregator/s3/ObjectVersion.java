// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ObjectAddress;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object as it was when it was found.
 *
 * @param address where it is
 * @param sizeBytes how long it is
 * @param tag entity tag of its content, without quotes; empty if the service has none
 */
record ObjectVersion(ObjectAddress address, long sizeBytes, String tag) {

    static ObjectVersion of(ObjectAddress address, long sizeBytes, @Nullable String tag) {
        return new ObjectVersion(address, sizeBytes, plain(tag));
    }

    private static String plain(@Nullable String tag) {
        return tag == null ? "" : tag.replace("\"", "");
    }

    /** The condition that the object is still this one; null for no condition. */
    @Nullable
    String match() {
        return tag.isEmpty() ? null : "\"" + tag + "\"";
    }

    /** Whether an answer is of this version, as far as it says. */
    boolean isOf(GetObjectResponse response) {
        String other = plain(response.eTag());
        return tag.isEmpty() || other.isEmpty() || tag.equals(other);
    }
}
