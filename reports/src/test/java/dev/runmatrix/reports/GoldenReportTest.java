// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole reports, reviewed in the diff. After a wanted change: {@code mvn test -pl reports -am -Drunmatrix.golden=rewrite}. */
class GoldenReportTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dev/runmatrix/reports/golden");

    @TempDir
    Path results;

    @Test
    void aRunWithEveryKindOfTroubleLooksAsReviewed() throws Exception {
        compare("troubled", Fixtures::troubled);
    }

    @Test
    void aRunOfOneForkACellLooksAsReviewed() throws Exception {
        compare("smoke", Fixtures::smoke);
    }

    @Test
    void aCleanRunLooksAsReviewed() throws Exception {
        compare("all-clean", Fixtures::allClean);
    }

    @Test
    void aRunWithLooksATwinProgramsAndThreeSittingsLooksAsReviewed() throws Exception {
        compare("scheduled", Fixtures::scheduled);
    }

    private void compare(String name, Function<Path, RunFixture> fixture) throws Exception {
        Map<String, String> files = Reports.render(fixture.apply(results).stored(), Optional.empty());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path golden = GOLDEN.resolve(name).resolve(file.getKey());
            if ("rewrite".equals(System.getProperty("runmatrix.golden"))) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.getValue());
            }
            assertThat(file.getValue()).as("%s", golden).isEqualTo(Files.readString(golden));
        }
    }
}
