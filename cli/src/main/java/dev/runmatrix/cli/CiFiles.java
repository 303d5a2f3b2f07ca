// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.summary.Conclusion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a build server reads of a run. */
final class CiFiles {

    private final Concluded concluded;
    private final List<CellOutcome> cells;
    private final List<TestCase> cases;

    private CiFiles(Concluded concluded, List<CellOutcome> cells) {
        this.concluded = concluded;
        this.cells = cells;
        this.cases = TestCases.of(concluded, cells);
    }

    static CiFiles of(Concluded concluded) {
        return new CiFiles(concluded, CellOutcome.of(concluded.analysis()));
    }

    /** What the summary begins with; absent where nothing was to be judged. */
    Optional<Conclusion> summary() {
        return ConclusionSummary.of(concluded, cells);
    }

    /** Writes the test cases beside the reports, and tells what was written. */
    List<Path> write() throws IOException {
        return List.of(ConclusionFile.JUNIT.write(
                concluded.folder(), JunitXml.of(cases, concluded.stored().run().startedAt())));
    }

    /** Tells a build server, once summary and test cases are written. */
    void tell(BuildServer server) {
        server.tell(Annotations.of(concluded, cases), concluded.folder().resolve(ConclusionFile.SUMMARY.fileName()));
    }

    /**
     * All of it for a program, once the files are written.
     *
     * @param status exit status of the command
     */
    String json(int status) throws IOException {
        return ConclusionJson.of(concluded, cells, status);
    }
}
