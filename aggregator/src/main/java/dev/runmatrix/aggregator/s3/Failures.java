// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ObjectAddress;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import java.io.IOException;
import java.util.Set;

/**
 * Says what went wrong and what is to be done about it.
 *
 * @param address what was asked for
 * @param permission the right that it takes
 * @param service who was asked
 */
record Failures(ObjectAddress address, String permission, Service service) {

    static final String LIST = "s3:ListBucket";
    static final String GET = "s3:GetObject";

    private static final int MOVED = 301;
    private static final int MOVED_FOR_NOW = 307;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final Set<String> OTHER_REGION = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException",
            "IncorrectEndpoint");
    private static final Set<String> WRONG_CREDENTIALS =
            Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "InvalidSecurity", "NotSignedUp");
    private static final Set<String> OLD_CREDENTIALS =
            Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired");

    /** What to throw when there is to be no other attempt. */
    IOException after(Cause cause, int attempts, Exception failure) {
        IOException thrown = cause.isAnswer() && !cause.isPassing()
                ? refused(cause)
                : new IOException(address + ": " + cause.words() + tries(attempts) + "; " + wayOut(cause));
        // Not as its cause: what the client wrote into that one may be printed.
        thrown.setStackTrace(failure.getStackTrace());
        return thrown;
    }

    private String tries(int attempts) {
        return attempts == 1 ? " (" + service.where() + ")" : " (" + service.where() + ", " + attempts + " attempts)";
    }

    private static String wayOut(Cause cause) {
        if (!cause.isPassing()) {
            return "check AWS_PROFILE, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN";
        }
        if (cause.isUnreachable()) {
            return "check AWS_ENDPOINT_URL_S3, AWS_REGION and the network";
        }
        return "try again later, with fewer --max-workers or a larger AWS_MAX_ATTEMPTS";
    }

    private IOException refused(Cause cause) {
        String code = cause.code();
        if (code.equals("NoSuchBucket")) {
            return unusable("there is no bucket " + address.bucket() + " at " + service.where()
                    + "; check its name, AWS_ENDPOINT_URL_S3 and AWS_REGION");
        }
        if (isOfOtherRegion(cause)) {
            return otherRegion(cause);
        }
        if (OLD_CREDENTIALS.contains(code)) {
            return unusable("the credentials have expired (" + code + "); get new ones");
        }
        if (WRONG_CREDENTIALS.contains(code)) {
            return unusable(service.where() + " does not accept the credentials (" + code
                    + "); check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or AWS_PROFILE");
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return unusable("the clock of this machine is wrong, so requests are refused (" + code + "); set it");
        }
        if (cause.status() == FORBIDDEN || cause.status() == UNAUTHORISED) {
            return denied(cause);
        }
        return other(cause);
    }

    private IOException other(Cause cause) {
        return switch (cause.status()) {
            case NOT_FOUND -> unusable("there is no such object any more; run again when nobody changes the input");
            case PRECONDITION_FAILED -> changed();
            default ->
                new IOException(address + ": " + cause.words() + " (" + service.where()
                        + "), which no other attempt would change; is it a service like S3?");
        };
    }

    private static boolean isOfOtherRegion(Cause cause) {
        return OTHER_REGION.contains(cause.code()) || cause.status() == MOVED || cause.status() == MOVED_FOR_NOW;
    }

    private IOException otherRegion(Cause cause) {
        String way = cause.region()
                .filter(region -> !region.isEmpty())
                .map(region -> "; set AWS_REGION to " + region)
                .orElse("; set AWS_REGION to its own");
        return unusable("bucket " + address.bucket() + " is not in region " + service.region() + way);
    }

    private IOException denied(Cause cause) {
        String code = cause.code().isEmpty() ? "" + cause.status() : cause.code();
        return unusable(
                service.anonymous()
                        ? "access without credentials is denied (" + code
                                + "); unset AWS_NO_SIGN_REQUEST if the bucket is not public"
                        : "access is denied (" + code + "): these credentials need " + permission
                                + " on it, or others do: see AWS_PROFILE");
    }

    /** The object is not the one that it was. */
    UnusableFileException changed() {
        return unusable("the object changed while it was read; run again when nobody writes it");
    }

    UnusableFileException unusable(String problem) {
        return new UnusableFileException(address, problem);
    }
}
