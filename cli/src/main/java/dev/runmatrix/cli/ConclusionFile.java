// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The files in which a run that has ended says what it came to, beside its reports. */
enum ConclusionFile {
    /** The comparison with a stored run. */
    COMPARISON("compare.json"),
    /** The comparison of two builds in one sitting. */
    BUILDS("ab.json"),
    /** What the gate says. */
    GATE("gate.json"),
    /** Why its cells cost what they cost. */
    DIAGNOSIS("diagnosis.json"),
    /** What became of the claims. */
    CLAIMS("claims.json"),
    /** The same for build servers: a test case for each rule and cell. */
    JUNIT("junit.xml"),
    /** A page for a pull request or a build. */
    SUMMARY("summary.md");

    private final String fileName;

    ConclusionFile(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /** Writes it, and returns where it is; a line feed ends it. */
    Path write(Path folder, String text) throws IOException {
        Path file = folder.resolve(fileName);
        WholeFile.write(file, (text.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
