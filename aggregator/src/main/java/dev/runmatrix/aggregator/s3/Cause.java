// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Why a request failed. Nothing that a server or the client wrote in its own words is kept, for there may be anything in
 * it.
 *
 * @param status status of the answer; 0 if there was none
 * @param code error code of the answer, such as {@code AccessDenied}; empty if it had none
 * @param region where the bucket is, if the answer says so
 * @param trouble what befell the connection; absent if there was an answer, or if nothing is known of it
 */
record Cause(int status, String code, Optional<String> region, Optional<IOException> trouble) {

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final Set<String> PASSING = Set.of(
            "SlowDown",
            "Throttling",
            "ThrottlingException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "TooManyRequests",
            "RequestTimeout",
            "InternalError",
            "ServiceUnavailable");

    static Cause of(Exception failure) {
        if (failure instanceof AwsServiceException answer) {
            Optional<AwsErrorDetails> details = Optional.ofNullable(answer.awsErrorDetails());
            return new Cause(
                    answer.statusCode(),
                    details.map(AwsErrorDetails::errorCode).map(Cause::word).orElse(""),
                    details.map(AwsErrorDetails::sdkHttpResponse)
                            .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"))
                            .map(Cause::word),
                    Optional.empty());
        }
        return new Cause(0, "", Optional.empty(), trouble(failure));
    }

    /** A word that a server sent, as long as it is one. */
    private static String word(@Nullable String text) {
        return text != null && text.matches("[A-Za-z0-9.-]{1,64}") ? text : "";
    }

    private static Optional<IOException> trouble(@Nullable Throwable failure) {
        if (failure instanceof IOException trouble) {
            return Optional.of(trouble);
        }
        if (failure instanceof XMLStreamException) {
            return Optional.of(new BrokenBodyException());
        }
        return failure == null ? Optional.empty() : trouble(failure.getCause());
    }

    /** Whether a server answered. */
    boolean isAnswer() {
        return status > 0;
    }

    /** Whether another attempt may succeed. */
    boolean isPassing() {
        if (isAnswer()) {
            boolean ofServer = status >= SERVER_ERROR && status != NOT_IMPLEMENTED;
            return ofServer || status == TOO_MANY || PASSING.contains(code);
        }
        return trouble.isPresent() && !(trouble.get() instanceof SSLHandshakeException);
    }

    /** Whether no connection was made. */
    boolean isUnreachable() {
        return trouble.filter(Cause::isOfNoConnection).isPresent();
    }

    private static boolean isOfNoConnection(IOException trouble) {
        return trouble instanceof ConnectException
                || trouble instanceof UnknownHostException
                || trouble instanceof NoRouteToHostException
                || trouble instanceof SSLException
                || isConnectTimeout(trouble);
    }

    /** The JDK tells the two kinds of timeouts apart by their words alone. */
    private static boolean isConnectTimeout(IOException trouble) {
        return trouble instanceof SocketTimeoutException
                && String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect");
    }

    /** What happened, in words. */
    String words() {
        if (isAnswer()) {
            return "the answer was " + status + (code.isEmpty() ? "" : " " + code);
        }
        return trouble.map(Cause::words)
                .orElse("the client could not make the request, as if its credentials were incomplete");
    }

    private static String words(IOException trouble) {
        if (trouble instanceof UnknownHostException) {
            return "the name of its host is not known";
        }
        if (trouble instanceof ConnectException || trouble instanceof NoRouteToHostException) {
            return "nothing answers there";
        }
        if (trouble instanceof SocketTimeoutException) {
            return "Connect timed out".equals(trouble.getMessage())
                    ? "nothing answers there"
                    : "no answer came in time";
        }
        if (trouble instanceof SSLException) {
            return "no secure connection could be made, as certificate or protocol are not accepted";
        }
        return trouble instanceof BrokenBodyException ? "the answer broke off" : "the connection was lost";
    }
}
