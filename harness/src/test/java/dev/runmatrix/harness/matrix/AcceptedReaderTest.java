// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.harness.matrix.Accepted.Extent;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedReaderTest {

    private static final String HEAD = "schema: run-matrix/accepted/v1\naccepted:\n";
    private static final String SIGNED = "reason: it checks more, author: Ada, expires: 2027-01-31}\n";

    @TempDir
    Path directory;

    @Test
    void anEntryIsReadWithItsUnit() throws IOException, ConfigException {
        List<Accepted> read = read(HEAD
                + "  - {cells: \"mode=streaming\", metric: wall, up_to: 12%, baseline: main, " + SIGNED
                + "  - {cells: \"*\", metric: rss_peak, up_to: 5GB, " + SIGNED
                + "  - {cells: \"*\", metric: cpu, up_to: 90s, " + SIGNED
                + "  - {cells: \"*\", metric: cores_used, up_to: 1.2, " + SIGNED
                + "  - {cells: \"*\", metric: cores_used, up_to: 40%, " + SIGNED);

        assertThat(read.get(0))
                .isEqualTo(new Accepted(
                        new CellFilter("mode=streaming", Map.of("mode", List.of("streaming"))),
                        GateMetric.WALL,
                        Extent.SHARE,
                        0.12,
                        "it checks more",
                        "Ada",
                        LocalDate.of(2027, 1, 31),
                        Optional.of("main"),
                        "accepted.yaml:3"));
        assertThat(read).extracting(Accepted::upTo).containsExactly(0.12, 5e9, 90.0, 1.2, 0.4);
    }

    @Test
    void withoutAFileNothingIsAccepted() throws IOException, ConfigException {
        assertThat(AcceptedReader.beside(directory)).isEmpty();
        assertThat(read(HEAD.replace("accepted:\n", "accepted: []"))).isEmpty();
    }

    @Test
    void allProblemsOfAFileAreToldAtOnceWithTheirPlaces() throws IOException {
        Path file = write(HEAD
                + "  - {cells: \"*\", metric: wall, up_to: 12}\n"
                + "  - {cells: \"*\", metric: wal, up_to: 12%, reson: x, author: Ada, expires: 2027-02-30}\n"
                + "  - {cells: all, metric: rss_peak, up_to: 3s, baseline: main, " + SIGNED
                + "  - {cells: \"*\", metric: cpu, up_to: 3s, baseline: main, " + SIGNED);

        ConfigException problems = catchThrowableOfType(ConfigException.class, () -> AcceptedReader.beside(directory));

        assertThat(problems.problems())
                .extracting(problem -> problem.toString().replace(file + ":", ""))
                .containsExactlyInAnyOrder(
                        "3:5: accepted[0].reason: is missing; write 'reason: why that is'",
                        "3:5: accepted[0].author: is missing; write 'author: who decided it'",
                        "3:5: accepted[0].expires: is missing; write 'expires: 2027-01-31'",
                        "3:39: accepted[0].up_to: has no unit; write a share such as 12%, or 30s for a fixed bound",
                        "4:43: accepted[1].reson: unknown key; did you mean 'reason'? known here: cells, metric, up_to,"
                                + " reason, author, expires, baseline",
                        "4:5: accepted[1].reason: is missing; write 'reason: why that is'",
                        "4:26: accepted[1].metric: 'wal' is unknown; did you mean 'wall'? use: wall, cpu, rss_peak,"
                                + " cores_used",
                        "4:75: accepted[1].expires: '2027-02-30' is no day; write it as 2027-01-31, year, month, day",
                        "5:13: accepted[2].cells: 'all' does not read axis=value; write \"*\" for all cells, or"
                                + " axis=value such as mode=streaming,max_workers=4",
                        "5:43: accepted[2].up_to: '3s' does not belong here; write a size such as 512MiB, 4GB (10^9"
                                + " bytes) or 4GiB (2^30)",
                        "6:52: accepted[3].baseline: is for increases, up_to: 12%; a fixed bound knows none, leave it"
                                + " away");
    }

    @Test
    void anotherSchemaAndAnEmptyFileAreRefused() throws IOException {
        write("schema: run-matrix/v1\naccepted: []\n");
        assertThat(catchThrowableOfType(ConfigException.class, () -> AcceptedReader.beside(directory)))
                .hasMessageContaining("1:9: schema: 'run-matrix/v1' is unknown; use: run-matrix/accepted/v1");

        write("");
        assertThat(catchThrowableOfType(ConfigException.class, () -> AcceptedReader.beside(directory)))
                .hasMessageContaining("is empty; begin with 'schema: run-matrix/accepted/v1'");
    }

    @Test
    void moreEntriesThanAnybodyReadsAreRefused() throws IOException {
        write(HEAD + ("  - {cells: \"*\", metric: wall, up_to: 12%, " + SIGNED).repeat(501));

        assertThat(catchThrowableOfType(ConfigException.class, () -> AcceptedReader.beside(directory)))
                .hasMessageContaining("3:3: accepted: are more than 500; remove what has expired");
    }

    @Test
    void itCountsToItsLastDayAndForRulesOfItsKind() throws IOException, ConfigException {
        Accepted growth = read(HEAD + "  - {cells: \"*\", metric: wall, up_to: 12%, " + SIGNED)
                .get(0);
        GateRule increase = new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX_INCREASE, 0.05, 0.98, true);
        GateRule most = new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX, 5, 0.95, false);

        assertThat(growth.countsOn(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(growth.countsOn(LocalDate.of(2027, 2, 1))).isFalse();
        assertThat(growth.isAbout(increase)).isTrue();
        assertThat(growth.isAbout(most)).isFalse();
        assertThat(growth.covers(increase, 0.12)).isTrue();
        assertThat(growth.covers(increase, 0.121)).isFalse();
    }

    private List<Accepted> read(String yaml) throws IOException, ConfigException {
        write(yaml);
        return AcceptedReader.beside(directory);
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(directory.resolve(AcceptedReader.FILE), yaml);
    }
}
