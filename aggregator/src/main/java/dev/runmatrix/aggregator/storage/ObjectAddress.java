// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An object of S3 or a service that speaks its language, or all objects whose keys begin alike.
 *
 * @param bucket name of the bucket
 * @param key the key as it is, nothing of it escaped; empty for the whole bucket
 */
public record ObjectAddress(String bucket, String key) implements Location {

    static final Comparator<ObjectAddress> ORDER =
            Comparator.comparing(ObjectAddress::bucket).thenComparing(ObjectAddress::key);

    private static final String SCHEME = "s3:";
    private static final String BEGIN = "s3://";
    private static final int LONGEST_BUCKET = 255;
    private static final String FORM = "write s3://BUCKET/KEY, the key as it is and nothing of it escaped";

    public ObjectAddress {
        if (!isBucket(bucket)) {
            throw new IllegalArgumentException(
                    "a bucket's name has letters, digits, dots, hyphens and underscores alone; " + FORM);
        }
    }

    /** Whether a text is meant as such an address; a local file of a name like that is {@code ./s3:name}. */
    public static boolean isMeantBy(String text) {
        return Stream.of(SCHEME, "s3a:", "s3n:")
                .anyMatch(scheme -> text.regionMatches(true, 0, scheme, 0, scheme.length()));
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is none; the message has no part of it, for any may be secret
     */
    static ObjectAddress parse(String text) {
        if (!text.regionMatches(true, 0, BEGIN, 0, BEGIN.length())) {
            throw new IllegalArgumentException("an address of objects begins with s3://; " + FORM);
        }
        String rest = text.substring(BEGIN.length());
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        if (bucket.indexOf('@') >= 0 || bucket.indexOf(':') >= 0) {
            throw new IllegalArgumentException("an s3:// address holds no credentials, for it shows in the list of"
                    + " processes; set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and "
                    + FORM);
        }
        return new ObjectAddress(bucket, slash < 0 ? "" : rest.substring(slash + 1));
    }

    private static boolean isBucket(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_BUCKET
                && name.chars().allMatch(ObjectAddress::isOfBucket)
                && name.charAt(0) != '.'
                && name.charAt(0) != '-';
    }

    private static boolean isOfBucket(int character) {
        boolean ascii = character < '\u0080';
        return ascii && (Character.isLetterOrDigit(character) || ".-_".indexOf(character) >= 0);
    }

    /** The same bucket, another key. */
    public ObjectAddress withKey(String other) {
        return new ObjectAddress(bucket, other);
    }

    @Override
    public List<String> names() {
        return Stream.of(key.split("/")).filter(name -> !name.isEmpty()).toList();
    }

    @Override
    public Location spelledOut() {
        return this;
    }

    @Override
    public String toString() {
        return BEGIN + bucket + "/" + key;
    }
}
