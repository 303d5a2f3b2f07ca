// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.s3.BadLine;
import dev.runmatrix.aggregator.s3.BadLine.Fault;
import dev.runmatrix.aggregator.s3.BadLine.Mischief;
import dev.runmatrix.aggregator.s3.Retries;
import dev.runmatrix.aggregator.s3.S3Server;
import dev.runmatrix.aggregator.s3.S3Settings;
import dev.runmatrix.aggregator.s3.WithS3;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(WithS3.class)
class S3FailureTest {

    private static final String INPUT = "s3://bucket/failures";

    @TempDir
    private Path directory = Path.of("");

    private Path local = Path.of("");

    @BeforeEach
    void makeInput(S3Server server) throws Exception {
        local = TestFiles.writeTables(directory.resolve("in"), "");
        server.put(local, "failures");
    }

    @Test
    void whatPassesIsTriedAgain(S3Server server) throws Exception {
        assertRight(server, everyOther(BadLine.refusal("503 Slow Down", "SlowDown")));
        assertRight(server, everyOther(BadLine.refusal("500 Oops", "InternalError")));
        assertRight(server, everyOther(new Fault.Broken(0, true)));
    }

    @Test
    void aBodyThatBreaksOffIsFetchedOnWhereItBroke(S3Server server) throws Exception {
        assertRight(server, everyOther(new Fault.Broken(700, true)));
        assertRight(server, everyOther(new Fault.Broken(700, false)));
        assertRight(server, everyOther(new Fault.Broken(0, false)));
    }

    @Test
    void aServerThatIsSilentForTooLongIsAskedAgain(S3Server server) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (BadLine line =
                BadLine.to(server, head -> asked.incrementAndGet() % 9 == 3 ? new Fault.Silent() : Fault.NONE)) {
            S3Settings settings = S3Runs.settings(line.endpoint(), S3Runs.SOON, Duration.ofMillis(400), 1000);
            S3Runs.withCredentials(
                    () -> assertThat(new S3Runs(settings, directory).csv(INPUT)).isEqualTo(expected()));
        }
    }

    private static Mischief everyOther(Fault fault) {
        Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
        return head -> {
            AtomicInteger times =
                    asked.computeIfAbsent(head.substring(0, head.indexOf('\r')), key -> new AtomicInteger());
            return times.incrementAndGet() % 2 == 1 ? fault : Fault.NONE;
        };
    }

    private void assertRight(S3Server server, Mischief mischief) throws Exception {
        try (BadLine line = BadLine.to(server, mischief)) {
            S3Runs.withCredentials(() ->
                    assertThat(S3Runs.at(line.endpoint(), directory).csv(INPUT)).isEqualTo(expected()));
        }
        Files.delete(directory.resolve("summary.csv"));
    }

    private String expected() throws Exception {
        return TestFiles.csv(local, Files.createDirectories(directory.resolve("expected")));
    }

    @Test
    void whatDoesNotPassEndsInOneErrorAfterSoManyAttempts(S3Server server) throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        Throwable failure = failure(server, head -> {
            if (head.contains("node_labels")) {
                attempts.incrementAndGet();
                return BadLine.refusal("503 Slow Down", "SlowDown");
            }
            return Fault.NONE;
        });
        assertThat(failure)
                .isInstanceOf(IOException.class)
                .hasMessageMatching("s3://bucket/failures/node_labels.parquet: the answer was 503 SlowDown"
                        + " \\(http://127.0.0.1:\\d+, 5 attempts\\); try again later, .*");
        assertThat(attempts).hasValue(5);
        assertThat(failure(server, head -> head.contains("Range") ? new Fault.Broken(300, false) : Fault.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the answer broke off");
    }

    @Test
    void eachRefusalHasWordsOfItsOwn(S3Server server) throws Exception {
        assertRefused(server, "403 Forbidden", "AccessDenied", "access is denied (AccessDenied)", "s3:GetObject");
        assertRefused(server, "403 Forbidden", "InvalidAccessKeyId", "does not accept the credentials");
        assertRefused(server, "400 Bad Request", "ExpiredToken", "the credentials have expired");
        assertRefused(server, "404 Not Found", "NoSuchKey", "there is no such object any more");
        assertRefused(server, "412 Precondition Failed", "PreconditionFailed", "the object changed while it was read");
        assertRefused(server, "403 Forbidden", "RequestTimeTooSkewed", "the clock of this machine is wrong");
        assertThat(failure(
                        server,
                        head -> BadLine.refusal("301 Moved", "PermanentRedirect", "x-amz-bucket-region: eu-central-1")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bucket bucket is not in region us-east-1; set AWS_REGION to eu-central-1");
    }

    private void assertRefused(S3Server server, String status, String code, String... words) throws Exception {
        assertThat(failure(server, head -> head.contains("\r\nRange") ? BadLine.refusal(status, code) : Fault.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("s3://bucket/failures/")
                .hasMessageContainingAll(words);
    }

    /** What a run with such a line ends in; nothing is written, and nothing secret said. */
    private Throwable failure(S3Server server, Mischief mischief) throws Exception {
        Throwable[] failure = new Throwable[1];
        try (BadLine line = BadLine.to(server, mischief)) {
            S3Runs.withCredentials(() -> failure[0] =
                    catchThrowable(() -> S3Runs.at(line.endpoint(), directory).csv(INPUT)));
        }
        assertNothingLeft();
        assertNoSecret(failure[0]);
        return failure[0];
    }

    private void assertNothingLeft() throws IOException {
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("in", "params.json", "expected");
        }
    }

    private static void assertNoSecret(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain(S3Server.SECRET, S3Server.KEY_ID);
    }

    @Test
    void anObjectThatChangesAfterItsFooterWasReadIsNotedAndNotMixed(S3Server server) throws Exception {
        Path other = TestFiles.write(directory.resolve("in/other.parquet"), TestFiles.PODS + " LIMIT 800", "");
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        ProgressListener overwriting = new ProgressListener() {
            @Override
            public void begun(long rows, Optional<Choice> choice) {
                server.putFile(other, "failures/pod_usage.parquet");
            }
        };
        S3Runs.withCredentials(() -> assertThatThrownBy(
                        () -> runs.run(runs.config(INPUT, Mode.STREAMING, 1), overwriting))
                .isInstanceOf(InputException.class)
                .hasMessage("s3://bucket/failures/pod_usage.parquet: the object changed while it was read;"
                        + " run again when nobody writes it"));
        Files.delete(other);
        assertNothingLeft();
    }

    @Test
    void anotherTagOfTheSameLengthIsAChangeEvenIfTheServerKnowsNoConditions(S3Server server) throws Exception {
        assertThat(failure(
                        server,
                        head -> head.contains("\r\nRange")
                                ? new Fault.Passed("(?i)ETag: \"[^\"]*\"", "ETag: \"other\"")
                                : Fault.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("changed while it was read");
    }

    @Test
    void whatIsNotThereIsSaid(S3Server server) throws Exception {
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        S3Runs.withCredentials(() -> {
            assertThatThrownBy(() -> runs.csv("s3://no-such-bucket/x"))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("s3://no-such-bucket/x/: there is no bucket no-such-bucket at http://");
            for (String key : new String[] {"nothing", "nothing/", "nothing.parquet"}) {
                assertThatThrownBy(() -> runs.csv("s3://bucket/" + key))
                        .isInstanceOf(InputException.class)
                        .hasMessage("s3://bucket/" + key
                                + ": there is no object of this key, and none below it; check --input");
            }
        });
    }

    @Test
    void credentialsThatAreMissingOrWrongAreSaidWithoutShowingAny(S3Server server) throws Exception {
        S3Runs runs = S3Runs.at(server.endpoint(), directory);
        S3Runs.with(
                Map.of(),
                () -> assertThatThrownBy(() -> runs.csv(INPUT))
                        .isInstanceOf(InputException.class)
                        .hasMessageStartingWith(INPUT + ": no credentials were found; set AWS_ACCESS_KEY_ID"));
        Map<String, String> wrong = Map.of("aws.accessKeyId", S3Server.KEY_ID, "aws.secretAccessKey", "wrong-secret");
        S3Runs.with(
                wrong,
                () -> assertThatThrownBy(() -> runs.csv(INPUT))
                        .isInstanceOf(InputException.class)
                        .hasMessageContaining("does not accept the credentials (SignatureDoesNotMatch)")
                        .satisfies(S3FailureTest::assertNoSecret)
                        .hasMessageNotContaining("wrong-secret"));
    }

    @Test
    void aServerThatDoesNotExistIsSoonGivenUp() throws Exception {
        S3Runs runs = S3Runs.at(URI.create("http://127.0.0.1:1"), directory);
        S3Runs.withCredentials(() -> assertThatThrownBy(() -> runs.csv(INPUT))
                .isInstanceOf(IOException.class)
                .hasMessage("s3://bucket/failures/: nothing answers there (http://127.0.0.1:1, 3 attempts);"
                        + " check AWS_ENDPOINT_URL_S3, AWS_REGION and the network"));
    }

    @Test
    void aServerThatIsStartedAnewWhileItIsReadDoesNoHarm() throws Exception {
        Retries patient = new Retries(60, 3, Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(1));
        try (S3Server own = S3Server.start(Files.createDirectory(directory.resolve("own")))) {
            own.put(local, "failures");
            S3Runs runs = new S3Runs(S3Runs.settings(own.endpoint(), patient, Duration.ofSeconds(10), 1000), directory);
            S3Runs.withCredentials(() -> {
                AggregationResult result = runs.run(runs.config(INPUT, Mode.STREAMING, 2), restarting(own));
                assertThat(result.transfers().orElseThrow().repeated()).isPositive();
                assertThat(result.notes()).anyMatch(note -> note.contains("requests to S3 repeated one"));
            });
            assertThat(runs.output()).hasContent(expected());
        }
    }

    private static ProgressListener restarting(S3Server server) {
        return new ProgressListener() {
            @Override
            public void begun(long rows, Optional<Choice> choice) {
                try {
                    server.stop();
                    server.startAgain();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
