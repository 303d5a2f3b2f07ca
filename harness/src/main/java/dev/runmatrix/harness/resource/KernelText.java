// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Small files of the kernel's, read whole, and its folders. */
final class KernelText {

    private static final int MOST_BYTES = 1 << 20;
    private static final int PAGE_BYTES = 4096;

    private KernelText() {}

    /** What stands in a file; empty where it is not there or not for us to read. */
    static String of(Path file) {
        // A stream of java.io asks neither for the size nor for a channel: half the cost of Files.readString.
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** The same of a file that is never longer than a page, in one read: some are read several times for each sample. */
    static String page(String file) {
        byte[] page = new byte[PAGE_BYTES];
        try (InputStream in = new FileInputStream(file)) {
            return new String(page, 0, Math.max(0, in.read(page)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Names of what is in a folder, in no order; none where it is not there. */
    static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }
}
