// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.live.ProgressPoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private Path log;
    private LogTail tail;

    @BeforeEach
    void open(@TempDir Path folder) {
        log = folder.resolve("job.log");
        tail = tail(ProgressPattern.USUAL);
    }

    @Test
    void ofWhatStoodThereBeforeTheLastCountIsKept() throws Exception {
        append("1 rows\n2 rows\n3 rows\n");
        tail.look(0);
        append("5 rows\n");
        tail.look(7);

        assertThat(tail.progress().points())
                .containsExactly(new ProgressPoint(-1, 3, Optional.empty()), new ProgressPoint(7, 5, Optional.empty()));
        assertThat(tail.progress().lines()).isEqualTo(1);
    }

    @Test
    void aLineInTwoPartsIsOneLine() throws Exception {
        append("");
        tail.look(0);
        append("12");
        tail.look(1);
        append("34 rows\n");
        tail.look(2);

        assertThat(tail.progress().points()).extracting(ProgressPoint::done).containsExactly(1234L);
    }

    @Test
    void aPatternThatTakesALittleTooLongOnVeryManyLinesIsGivenUp() throws Exception {
        tail = tail("(\\d+) of (a{0,12})(a{0,12})(a{0,12})(a{0,12})(a{0,12})b");
        append("12 of aaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(8_000));
        tail.look(0);

        assertThat(tail.progress().trouble())
                .hasValueSatisfying(text -> assertThat(text).contains("given up"));
    }

    @Test
    void aProgressBarWithCarriageReturnsIsRead() throws Exception {
        append("");
        tail.look(0);
        append("10 rows\r20 rows\r");
        tail.look(3);

        assertThat(tail.progress().points()).extracting(ProgressPoint::done).containsExactly(10L, 20L);
    }

    @Test
    void aLogThatWasBegunAnewIsReadFromItsBeginning() throws Exception {
        append("100 rows\n".repeat(5));
        tail.look(0);
        Files.writeString(log, "1 rows\n");
        tail.look(1);

        assertThat(tail.progress().points()).extracting(ProgressPoint::done).containsExactly(100L, 1L);
    }

    @Test
    void aPatternThatIsTooSlowAgainAndAgainIsGivenUp() throws Exception {
        tail = tail("a*a*a*a*a*a*(\\d)");
        append("");
        tail.look(0);
        append(("a".repeat(3000) + "!\n").repeat(20));
        tail.look(1);

        assertThat(tail.progress().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("too long"));
        assertThat(tail.progress().lines()).isEqualTo(3);
    }

    @Test
    void aLogThatIsGoneIsTold() {
        tail.look(0);

        assertThat(tail.progress().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("cannot be read"));
    }

    private LogTail tail(String regex) {
        return new LogTail(log, "job.log", ProgressPattern.of(regex), Optional.empty());
    }

    private void append(String text) throws Exception {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
