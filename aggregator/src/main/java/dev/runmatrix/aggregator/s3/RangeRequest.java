// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.ByteRange;
import dev.runmatrix.aggregator.storage.ObjectAddress;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Fetches a range of an object. What has arrived when an answer breaks off is not asked for again. */
final class RangeRequest {

    private final S3Client client;
    private final Contact contact;
    private final Failures failures;
    private final ObjectVersion version;
    private final ByteRange range;
    private final byte[] bytes;
    private int held;

    /** @param range not empty, and no longer than an array can be */
    RangeRequest(S3Client client, Contact contact, Service service, ObjectVersion version, ByteRange range) {
        this.client = client;
        this.contact = contact;
        this.version = version;
        this.range = range;
        failures = new Failures(version.address(), Failures.GET, service);
        bytes = new byte[Math.toIntExact(range.length())];
    }

    byte[] fetch() throws IOException {
        return new Attempts(contact, failures).make(this::fetchRest);
    }

    private byte[] fetchRest() throws IOException {
        ResponseInputStream<GetObjectResponse> body = client.getObject(request());
        try {
            check(body.response());
            while (held < bytes.length) {
                int count = body.read(bytes, held, bytes.length - held);
                if (count < 0) {
                    throw new BrokenBodyException();
                }
                held += count;
                contact.count().received(count);
            }
        } catch (IOException | RuntimeException e) {
            body.abort();
            throw e;
        }
        // Only a body that was read to its end leaves a connection that can be used again.
        body.close();
        return bytes;
    }

    private GetObjectRequest request() {
        ObjectAddress address = version.address();
        return GetObjectRequest.builder()
                .bucket(address.bucket())
                .key(address.key())
                .range("bytes=" + (range.start() + held) + "-" + (range.end() - 1))
                .ifMatch(version.match())
                .build();
    }

    private void check(GetObjectResponse response) throws IOException {
        if (!version.isOf(response)) {
            throw failures.changed();
        }
        long start = range.start() + held;
        String answered = response.contentRange();
        String expected = "bytes " + start + "-" + (range.end() - 1) + "/" + version.sizeBytes();
        if (answered == null ? start > 0 : !answered.startsWith(expected.substring(0, expected.indexOf('/')))) {
            throw failures.unusable("the service does not answer requests for a range of bytes, which reading takes");
        }
        if (answered != null && !answered.equals(expected)) {
            throw failures.changed();
        }
    }
}
