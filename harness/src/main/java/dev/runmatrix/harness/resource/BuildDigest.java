// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The identity of a build: one hash over jars or folders of classes, whatever the folder they lie in. */
public final class BuildDigest {

    private BuildDigest() {}

    /**
     * The hash of a build, 64 hexadecimal digits.
     *
     * @param programs its own jars or folders of classes, in the order of the pipeline, without those of others
     */
    public static String of(List<Path> programs) throws IOException {
        MessageDigest sha = sha256();
        for (Path program : programs) {
            try (Stream<Path> files = Files.walk(program)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sha.update(program.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    sha.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
