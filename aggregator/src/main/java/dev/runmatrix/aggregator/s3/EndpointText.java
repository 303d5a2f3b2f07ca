// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Reads addresses of services. */
final class EndpointText {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private EndpointText() {}

    /**
     * Reads an address.
     *
     * @param setting where it was given, for the message
     * @throws IllegalArgumentException if it is none; the message does not repeat it, for people write credentials there
     */
    static URI parse(String setting, String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // What it says has the text in it.
        }
        throw new IllegalArgumentException(setting
                + ": the address of a service is http:// or https://, a host and maybe a port, such as"
                + " https://s3.example.org:9000, without a user or a password");
    }
}
