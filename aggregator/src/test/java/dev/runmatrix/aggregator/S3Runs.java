// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.s3.FetchSizes;
import dev.runmatrix.aggregator.s3.Retries;
import dev.runmatrix.aggregator.s3.S3Server;
import dev.runmatrix.aggregator.s3.S3Settings;
import dev.runmatrix.aggregator.storage.Location;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Aggregates what lies on a server, with requests so small that a small input takes many. */
final class S3Runs {

    static final Retries SOON = new Retries(5, 3, Duration.ofMillis(2), Duration.ofMillis(8), Duration.ofMinutes(1));

    private static final FetchSizes SMALL = new FetchSizes(64 << 10, 128 << 10, 256, 1 << 20, 4);

    private final S3Settings settings;
    private final Path directory;

    S3Runs(S3Settings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
    }

    static S3Settings settings(URI endpoint) {
        return settings(endpoint, SOON, Duration.ofSeconds(10), 1000);
    }

    static S3Settings settings(URI endpoint, Retries retries, Duration patience, int pageKeys) {
        return new S3Settings(
                Optional.of(endpoint), Optional.of("us-east-1"), false, retries, patience, patience, SMALL, pageKeys);
    }

    static S3Runs at(URI endpoint, Path directory) {
        return new S3Runs(settings(endpoint), directory);
    }

    Path output() {
        return directory.resolve("summary.csv");
    }

    /** The summary of an input, as CSV, in memory with two workers. */
    String csv(String input) throws InputException, IOException {
        run(config(input, Mode.IN_MEMORY, 2), ProgressListener.NONE);
        return Files.readString(output());
    }

    AggregationResult run(AggregationConfig config, ProgressListener listener) throws InputException, IOException {
        try (Storages storages = new Storages(() -> settings)) {
            return Aggregator.run(config, listener, storages);
        }
    }

    AggregationConfig config(String input, Mode mode, int workers) throws IOException {
        Path params = directory.resolve("params.json");
        if (!Files.exists(params)) {
            Files.writeString(params, TestFiles.PARAMS);
        }
        return new AggregationConfig(
                List.of(Location.parse(input)),
                Location.of(params),
                Output.file(output()),
                mode,
                workers > 1,
                workers,
                500,
                OptionalInt.empty(),
                true,
                SpillSettings.USUAL,
                Set.of());
    }

    /** Does something while the client finds these settings, and none of those that this machine may have. */
    static void with(Map<String, String> own, Deed deed) throws Exception {
        Map<String, String> all = new TreeMap<>(Map.of(
                "aws.sharedCredentialsFile", "/none/credentials",
                "aws.configFile", "/none/config",
                "aws.profile", "default",
                "aws.disableEc2Metadata", "true"));
        all.putAll(own);
        all.forEach(System::setProperty);
        try {
            deed.make();
        } finally {
            all.keySet().forEach(System::clearProperty);
        }
    }

    /** Does something with the credentials of the server. */
    static void withCredentials(Deed deed) throws Exception {
        with(Map.of("aws.accessKeyId", S3Server.KEY_ID, "aws.secretAccessKey", S3Server.SECRET), deed);
    }

    /** Something to do that may fail in any way. */
    @FunctionalInterface
    interface Deed {

        void make() throws Exception;
    }
}
