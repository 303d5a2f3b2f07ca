// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.s3;

import dev.runmatrix.aggregator.s3.S3Settings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;

/** What Hadoop's S3 client is told, from the variables that Amazon's tools read. Credentials are no part of it. */
public final class S3Access {

    private static final String PREFIX = "spark.hadoop.";
    private static final String ANY_REGION = "us-east-1";

    /** Where Spark puts what it finds in the environment; the client looks there for itself. */
    private static final List<String> CREDENTIALS =
            List.of("fs.s3a.access.key", "fs.s3a.secret.key", "fs.s3a.session.token");

    private S3Access() {}

    /**
     * Settings of Spark that are to hold unless the user has others.
     *
     * @throws IllegalArgumentException if a variable has no meaning; the message names it
     */
    public static Map<String, String> settings(Map<String, String> environment) {
        S3Settings asked = S3Settings.of(environment);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "fs.s3a.aws.credentials.provider",
                asked.anonymous()
                        ? "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider"
                        : "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider");
        asked.endpoint().ifPresent(endpoint -> settings.putAll(ofEndpoint(endpoint)));
        asked.region()
                .or(() -> asked.endpoint().map(endpoint -> ANY_REGION))
                .ifPresent(region -> settings.put("fs.s3a.endpoint.region", region));
        // The default one reads ahead by a second client, of Netty.
        settings.put("fs.s3a.input.stream.type", "classic");
        settings.putAll(patience());
        Map<String, String> ofSpark = new LinkedHashMap<>();
        settings.forEach((key, value) -> ofSpark.put(PREFIX + key, value));
        return ofSpark;
    }

    private static Map<String, String> ofEndpoint(URI endpoint) {
        return Map.of(
                "fs.s3a.endpoint", endpoint.toString(),
                "fs.s3a.path.style.access", "true",
                "fs.s3a.connection.ssl.enabled",
                        Boolean.toString(!endpoint.getScheme().equals("http")));
    }

    /** Where nothing answers, three attempts of two connections each end within half a minute. */
    private static Map<String, String> patience() {
        return Map.of(
                "fs.s3a.attempts.maximum", "2",
                "fs.s3a.retry.limit", "2",
                "fs.s3a.connection.establish.timeout", "4s",
                "fs.s3a.connection.timeout", "20s");
    }

    /** Takes out the credentials that Spark copied there from the environment, and leaves those that the user set. */
    public static void forgetCredentials(Configuration configuration, SparkConf conf) {
        CREDENTIALS.stream().filter(key -> !conf.contains(PREFIX + key)).forEach(configuration::unset);
    }

    /** Whether a setting holds a secret, which an argument must not. */
    public static boolean isSecret(String setting) {
        return setting.matches(
                "spark\\.hadoop\\.fs\\.s3a\\.(.+\\.)?(access\\.key|secret\\.key|session\\.token|encryption\\.key|proxy\\.password)");
    }

    /** What is wrong with an address as an input; absent if nothing is, or if it is not of S3. */
    public static Optional<String> problem(String address) {
        if (!isS3(address)) {
            return Optional.empty();
        }
        String bucket = address.substring(address.indexOf("//") + 2).split("/", 2)[0];
        if (bucket.contains("@") || bucket.contains(":")) {
            return Optional.of("an s3:// address holds no credentials, for it shows in the list of processes; set"
                    + " AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and write s3://BUCKET/KEY");
        }
        return bucket.isEmpty() ? Optional.of(address + " names no bucket; write s3://BUCKET/KEY") : Optional.empty();
    }

    /** Whether an address is of S3. */
    public static boolean isS3(String address) {
        return address.regionMatches(true, 0, "s3://", 0, 5) || address.regionMatches(true, 0, "s3a://", 0, 6);
    }
}
