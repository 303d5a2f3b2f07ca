// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How S3 is reached. Credentials are no part of it: the client finds them for itself.
 *
 * @param endpoint where the service is if it is not Amazon's; absent to look into the profile
 * @param region region of the bucket; absent to look into the profile
 * @param anonymous whether requests are not signed, as for public buckets
 * @param retries how often and how long what fails is tried again
 * @param connectTimeout how long a connection may take to be made
 * @param readTimeout how long a server may be silent
 * @param fetches how much is fetched at a time
 * @param pageKeys keys of a page of a listing, 1 to 1000
 */
public record S3Settings(
        Optional<URI> endpoint,
        Optional<String> region,
        boolean anonymous,
        Retries retries,
        Duration connectTimeout,
        Duration readTimeout,
        FetchSizes fetches,
        int pageKeys) {

    private static final int MOST_KEYS = 1000;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);
    private static final Set<String> YES = Set.of("true", "yes", "1", "on");

    public S3Settings {
        if (pageKeys < 1 || pageKeys > MOST_KEYS) {
            throw new IllegalArgumentException(pageKeys + " keys of a page are not allowed, use 1 to " + MOST_KEYS);
        }
    }

    /**
     * The settings that environment variables name, by the names that Amazon's tools have for them.
     *
     * @throws IllegalArgumentException if one has no meaning
     */
    public static S3Settings of(Map<String, String> environment) {
        return new S3Settings(
                text(environment, "AWS_ENDPOINT_URL_S3")
                        .map(url -> EndpointText.parse("AWS_ENDPOINT_URL_S3", url))
                        .or(() -> text(environment, "AWS_ENDPOINT_URL")
                                .map(url -> EndpointText.parse("AWS_ENDPOINT_URL", url))),
                text(environment, "AWS_REGION").or(() -> text(environment, "AWS_DEFAULT_REGION")),
                text(environment, "AWS_NO_SIGN_REQUEST")
                        .filter(word -> YES.contains(word.toLowerCase(Locale.ROOT)))
                        .isPresent(),
                Retries.of(text(environment, "AWS_MAX_ATTEMPTS")),
                CONNECT_TIMEOUT,
                READ_TIMEOUT,
                FetchSizes.of(Runtime.getRuntime().maxMemory()),
                MOST_KEYS);
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
