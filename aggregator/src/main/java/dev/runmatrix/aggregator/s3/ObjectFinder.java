// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ObjectAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Finds objects: one by its key, or all whose keys begin alike. */
final class ObjectFinder {

    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final Contact contact;
    private final Service service;
    private final int pageKeys;

    ObjectFinder(S3Client client, Contact contact, Service service, int pageKeys) {
        this.client = client;
        this.contact = contact;
        this.service = service;
        this.pageKeys = pageKeys;
    }

    /**
     * The objects below a folder that are wanted; empty if there is no object at all.
     *
     * @param folder its key ends in a slash, or is empty
     * @param names which are wanted, by the last parts of their keys
     */
    Optional<List<ObjectVersion>> below(ObjectAddress folder, Predicate<String> names) throws IOException {
        List<ObjectVersion> found = new ArrayList<>();
        boolean met = false;
        Optional<String> token = Optional.empty();
        do {
            ListObjectsV2Response page = page(folder, token.orElse(null));
            for (S3Object object : page.contents()) {
                met = true;
                String name = object.key().substring(object.key().lastIndexOf('/') + 1);
                if (names.test(name)) {
                    found.add(ObjectVersion.of(folder.withKey(object.key()), object.size(), object.eTag()));
                }
            }
            token = page.isTruncated() ? Optional.ofNullable(page.nextContinuationToken()) : Optional.empty();
        } while (token.isPresent());
        return met ? Optional.of(found) : Optional.empty();
    }

    private ListObjectsV2Response page(ObjectAddress folder, @Nullable String token) throws IOException {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(folder.bucket())
                .prefix(folder.key())
                .maxKeys(pageKeys)
                .continuationToken(token)
                .build();
        return new Attempts(contact, new Failures(folder, Failures.LIST, service))
                .make(() -> complete(client.listObjectsV2(request)));
    }

    /** The client takes an answer that broke off before it began for an empty listing. */
    private static ListObjectsV2Response complete(ListObjectsV2Response page) throws BrokenBodyException {
        boolean whole = page.isTruncated() != null && (!page.isTruncated() || page.nextContinuationToken() != null);
        if (!whole) {
            throw new BrokenBodyException();
        }
        return page;
    }

    /** An object by its key, empty if there is none. Asks for its last byte, for only then a refusal says why. */
    Optional<ObjectVersion> object(ObjectAddress address) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(address.bucket())
                .key(address.key())
                .range("bytes=-1")
                .build();
        return new Attempts(contact, new Failures(address, Failures.GET, service)).make(() -> object(address, request));
    }

    private Optional<ObjectVersion> object(ObjectAddress address, GetObjectRequest request) throws IOException {
        try (ResponseInputStream<GetObjectResponse> body = client.getObject(request)) {
            GetObjectResponse response = body.response();
            long size = size(response);
            if (response.contentRange() == null) {
                body.abort();
            }
            return Optional.of(ObjectVersion.of(address, size, response.eTag()));
        } catch (S3Exception e) {
            Cause cause = Cause.of(e);
            if (cause.status() == RANGE_NOT_SATISFIABLE) {
                return Optional.of(ObjectVersion.of(address, 0, ""));
            }
            if (cause.status() == NOT_FOUND && !cause.code().equals("NoSuchBucket")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static long size(GetObjectResponse response) {
        String range = response.contentRange();
        return range == null ? response.contentLength() : Long.parseLong(range.substring(range.indexOf('/') + 1));
    }
}
