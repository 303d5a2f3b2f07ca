// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.net.URI;
import java.util.Optional;

/**
 * Whom requests go to, for messages.
 *
 * @param endpoint address of the service; absent for Amazon's own
 * @param region region that requests are signed for
 * @param anonymous whether they are not signed
 */
record Service(Optional<URI> endpoint, String region, boolean anonymous) {

    /** Where it is, in words. */
    String where() {
        return endpoint.map(uri -> uri.getScheme() + "://" + uri.getRawAuthority())
                .orElse("Amazon S3 in " + region);
    }
}
