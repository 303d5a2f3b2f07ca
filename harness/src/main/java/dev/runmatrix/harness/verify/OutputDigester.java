// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the digest of outputs: each row is hashed, the hashes are sorted and hashed again, so that neither the order of
 * rows nor their number costs memory. Files with the same bytes are decoded once.
 */
public final class OutputDigester {

    private static final int BUFFER_BYTES = 1 << 16;

    private final Map<String, OutputDigest> known = new HashMap<>();

    /**
     * Digests an output.
     *
     * @throws UnreadableOutputException if it is missing or damaged
     */
    public OutputDigest digest(Path file) throws IOException, UnreadableOutputException {
        String content = hashOfBytes(parts(file));
        OutputDigest digest = known.get(content);
        if (digest == null) {
            digest = decodeWithinMemory(file);
            known.put(content, digest);
        }
        return digest;
    }

    /**
     * SHA-256 of the bytes of an output, of whatever format; all files of a folder one after the other.
     *
     * @throws UnreadableOutputException if it is missing
     */
    public static String hashOfBytes(Path output) throws IOException, UnreadableOutputException {
        return hashOfBytes(parts(output));
    }

    /** The same of an output without files. */
    public static String hashOfNothing() {
        return HexFormat.of().formatHex(sha256().digest());
    }

    /**
     * Size of an output, all of its files.
     *
     * @throws UnreadableOutputException if it is missing
     */
    public static long bytes(Path output) throws IOException, UnreadableOutputException {
        long bytes = 0;
        for (Path part : parts(output)) {
            bytes += Files.size(part);
        }
        return bytes;
    }

    private static List<Path> parts(Path output) throws UnreadableOutputException {
        if (!Files.exists(output)) {
            throw new UnreadableOutputException("no output was written");
        }
        return OutputFile.parts(output);
    }

    private static OutputDigest decodeWithinMemory(Path file) throws IOException, UnreadableOutputException {
        try {
            return decode(file);
        } catch (OutOfMemoryError e) {
            // All that filled it was of this output, and is garbage by now.
            throw new UnreadableOutputException("the output, " + bytes(file)
                    + " bytes, is too large to be compared within the memory of the harness; name a verify program for it,"
                    + " or give the harness more with RUN_MATRIX_JAVA_OPTIONS=-Xmx2g");
        }
    }

    private static OutputDigest decode(Path file) throws IOException, UnreadableOutputException {
        List<byte[]> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Map<String, DoubleSummaryStatistics> numbers = new LinkedHashMap<>();
        MessageDigest sha = sha256();
        OutputFile.read(file, row -> {
            if (columns.isEmpty()) {
                columns.addAll(row.columns());
            }
            rows.add(sha.digest(encoded(row)));
            addNumbers(row, numbers);
        });
        rows.sort(Arrays::compareUnsigned);
        sha.update(String.join("\n", columns).getBytes(StandardCharsets.UTF_8));
        rows.forEach(sha::update);
        Map<String, Double> sums = new LinkedHashMap<>();
        numbers.forEach((column, values) -> sums.put(column, values.getSum()));
        return new OutputDigest(HexFormat.of().formatHex(sha.digest()), rows.size(), bytes(file), sums);
    }

    private static byte[] encoded(Row row) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        DataOutputStream out = new DataOutputStream(bytes);
        for (Value value : row.values()) {
            value.encode(out);
        }
        return bytes.toByteArray();
    }

    private static void addNumbers(Row row, Map<String, DoubleSummaryStatistics> numbers) {
        for (int i = 0; i < row.values().size(); i++) {
            if (row.values().get(i) instanceof Value.Numeric number) {
                numbers.computeIfAbsent(row.columns().get(i), c -> new DoubleSummaryStatistics())
                        .accept(number.number());
            }
        }
    }

    private static String hashOfBytes(List<Path> files) throws IOException {
        MessageDigest sha = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    sha.update(buffer, 0, n);
                }
            }
            // The same bytes in other files are another output.
            sha.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
