// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.s3;

import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.ExitStatus;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a failure of S3 means. Nothing that a server or the client said is repeated, and none of their exceptions is kept,
 * for there is no telling what they hold. They are known by their names: a cluster may lack Amazon's kit.
 */
public final class S3Trouble {

    private static final Pattern ADDRESS = Pattern.compile("s3a://[^\\s:,;'\"]+");
    private static final Pattern OLD = Pattern.compile("ExpiredToken|TokenRefreshRequired|RequestExpired");
    private static final Pattern WRONG =
            Pattern.compile("InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|InvalidSecurity|NotSignedUp");
    private static final String CREDENTIALS =
            "AWS_PROFILE, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN";

    private final List<Throwable> chain;

    private S3Trouble(List<Throwable> chain) {
        this.chain = chain;
    }

    /** What to say of a failure and its causes; absent if S3 has no part in it. */
    public static Optional<EngineException> of(List<Throwable> chain) {
        S3Trouble trouble = new S3Trouble(chain);
        if (trouble.lacksLibrary()) {
            return Optional.of(new EngineException(
                    ExitStatus.IO,
                    "s3:// needs hadoop-aws and Amazon's kit on Spark's class path; name them with --packages or --jars of"
                            + " spark-submit"));
        }
        return chain.stream().anyMatch(S3Trouble::isOfS3) ? Optional.of(trouble.told()) : Optional.empty();
    }

    private boolean lacksLibrary() {
        return chain.stream()
                .anyMatch(each -> (each instanceof ClassNotFoundException || each instanceof NoClassDefFoundError)
                        && text(each).matches("(?s).*(S3AFileSystem|software[./]amazon[./]awssdk).*"));
    }

    private static boolean isOfS3(Throwable failure) {
        String name = failure.getClass().getName();
        return name.startsWith("org.apache.hadoop.fs.s3a.") || name.startsWith("software.amazon.awssdk.");
    }

    private EngineException told() {
        if (has("UnknownStoreException")) {
            return data("there is no such bucket; check its name, AWS_ENDPOINT_URL_S3 and AWS_REGION");
        }
        if (has("NoAuthWithAWSException") || has("NoAwsCredentialsException") || says("Unable to load credentials")) {
            return data("no credentials are found; set " + CREDENTIALS);
        }
        if (chain.stream().anyMatch(each -> OLD.matcher(text(each)).find())) {
            return data("the credentials have expired; get new ones");
        }
        if (chain.stream().anyMatch(each -> WRONG.matcher(text(each)).find())) {
            return data("the credentials are not accepted; check " + CREDENTIALS);
        }
        return has("AWSRedirectException")
                ? data("the bucket is in another region; set AWS_REGION to its own")
                : toldOfAccess();
    }

    private EngineException toldOfAccess() {
        if (chain.stream().anyMatch(AccessDeniedException.class::isInstance)) {
            // To a question without a body there is no more of an answer.
            return data(
                    "access is denied: the credentials are wrong, or lack s3:ListBucket and s3:GetObject on it; check "
                            + CREDENTIALS);
        }
        if (has("RemoteFileChangedException") || has("NoSuchKeyException") || has("FileNotFoundException")) {
            return data("the object changed, or is gone; run again when nobody writes");
        }
        return new EngineException(
                ExitStatus.IO,
                place()
                        + ": nothing answers, or it failed again and again; check AWS_ENDPOINT_URL_S3, AWS_REGION and the"
                        + " network, or try again later");
    }

    private EngineException data(String problem) {
        return new EngineException(ExitStatus.DATA, place() + ": " + problem);
    }

    private boolean has(String simpleName) {
        return chain.stream().anyMatch(each -> each.getClass().getSimpleName().equals(simpleName));
    }

    private boolean says(String words) {
        return chain.stream().anyMatch(each -> text(each).contains(words));
    }

    private String place() {
        return chain.stream()
                .map(each -> ADDRESS.matcher(text(each)))
                .filter(Matcher::find)
                .map(found -> found.group().replaceFirst("^s3a", "s3"))
                .findFirst()
                .orElse("s3://");
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
