// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes a client out of settings and of what the machine knows of credentials and regions. */
final class S3Connection {

    /** Other services want some region, and do not care which. */
    private static final String ANY_REGION = "us-east-1";

    private final S3Settings settings;
    private final Location wanted;

    private S3Connection(S3Settings settings, Location wanted) {
        this.settings = settings;
        this.wanted = wanted;
    }

    /**
     * A client, and whom it talks to.
     *
     * @param client sends one request for each call and repeats none
     * @param service for messages
     */
    record Connected(S3Client client, Service service) {}

    /** @param wanted what somebody wants to read, for messages */
    static Connected make(S3Settings settings, Location wanted) throws UnusableFileException {
        return new S3Connection(settings, wanted).make();
    }

    private Connected make() throws UnusableFileException {
        Optional<URI> endpoint = settings.endpoint().or(S3Connection::endpointOfProfile);
        String region = region(endpoint.isPresent());
        var builder = S3Client.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials())
                .forcePathStyle(endpoint.isPresent())
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.connectTimeout())
                        .socketTimeout(settings.readTimeout()))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        endpoint.ifPresent(builder::endpointOverride);
        return new Connected(builder.build(), new Service(endpoint, region, settings.anonymous()));
    }

    private static Optional<URI> endpointOfProfile() {
        return profile()
                .flatMap(profile -> profile.property(ProfileProperty.ENDPOINT_URL))
                .map(url -> EndpointText.parse("endpoint_url of the profile", url));
    }

    private static Optional<Profile> profile() {
        return ProfileFile.defaultProfileFile().profile(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow());
    }

    private String region(boolean elsewhere) throws UnusableFileException {
        if (settings.region().isPresent()) {
            return settings.region().get();
        }
        if (elsewhere) {
            return profile()
                    .flatMap(profile -> profile.property(ProfileProperty.REGION))
                    .orElse(ANY_REGION);
        }
        try {
            return new DefaultAwsRegionProviderChain().getRegion().id();
        } catch (SdkException e) {
            throw new UnusableFileException(
                    wanted, "no region is known; set AWS_REGION, or region in the profile that AWS_PROFILE names");
        }
    }

    private AwsCredentialsProvider credentials() throws UnusableFileException {
        if (settings.anonymous()) {
            return AnonymousCredentialsProvider.create();
        }
        AwsCredentialsProvider provider = DefaultCredentialsProvider.builder().build();
        try {
            provider.resolveCredentials();
            return provider;
        } catch (SdkException e) {
            // What it says is long, and of every place that it looked at.
            throw new UnusableFileException(
                    wanted,
                    "no credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a"
                            + " profile that has them, or for a public bucket AWS_NO_SIGN_REQUEST=true");
        }
    }
}
