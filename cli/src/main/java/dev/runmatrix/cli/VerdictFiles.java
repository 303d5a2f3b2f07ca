// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was judged at the end of a run, for programs. It stays beside the run, from where later commands read it, and stands
 * beside the reports as well where these go elsewhere.
 *
 * @param texts the documents by the files they go to
 */
record VerdictFiles(Map<ConclusionFile, String> texts) {

    private static final List<ConclusionFile> ALL = List.of(
            ConclusionFile.COMPARISON,
            ConclusionFile.BUILDS,
            ConclusionFile.GATE,
            ConclusionFile.DIAGNOSIS,
            ConclusionFile.CLAIMS);

    VerdictFiles {
        texts = Map.copyOf(texts);
    }

    /** Writes them, and tells which stand beside the reports. */
    List<Path> write(Concluded concluded) throws IOException {
        Path run = concluded.stored().directory();
        Path reports = concluded.folder();
        boolean elsewhere = !Files.isSameFile(run, reports);
        List<Path> written = new ArrayList<>();
        for (ConclusionFile file : ALL) {
            if (texts.containsKey(file)) {
                written.add(file.write(reports, texts.get(file)));
                if (elsewhere) {
                    file.write(run, texts.get(file));
                }
            } else if (elsewhere) {
                // Of the run before, whose reports these replace.
                Files.deleteIfExists(reports.resolve(file.fileName()));
            }
        }
        return written;
    }
}
