// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge judged: claims about the reference that need no other implementation. */
final class ReferenceAggregatorTest {
    @Test
    void aQuotientIsRoundedOnceAlsoWhereNumbersEnd() {
        assertThat(ExactNumber.of(Double.MIN_NORMAL).quotient(1, 0)).isEqualTo(Double.MIN_NORMAL);
        assertThat(ExactNumber.of(1).quotient(3600, 0)).isEqualTo(1.0 / 3600);
        assertThat(ExactNumber.of(-1).quotient(3600, 30)).isEqualTo(Math.scalb(-1.0 / 3600, -30));
        assertThat(ExactNumber.of(Double.MIN_VALUE).quotient(3600, 0)).isZero();
        assertThat(times(Double.MAX_VALUE, 10).quotient(10, 0)).isEqualTo(Double.MAX_VALUE);
        assertThat(times(0.1, 3).quotient(1, 0))
                .as("0.1 is a little more than a tenth")
                .isEqualTo(0.30000000000000004);
        assertThat(times(0.1, 10).quotient(1, 0)).isEqualTo(1.0);
        assertThat(times(Double.MIN_VALUE, 5400).quotient(3600, 0))
                .as("halfway between two numbers, to the even one")
                .isEqualTo(2 * Double.MIN_VALUE);
    }

    @Test
    void textOfTheOperatorIsCutAtBarsAndFirstColons() {
        assertThat(canonical(" label_app: a:b |nothing|label_env:x|env:y "))
                .isEqualTo("{\"app\":\"a:b\",\"env\":\"y\"}");
    }

    @Test
    void valuesOfJsonKeepTheirSpellingAndTheLastDuplicateWins() {
        assertThat(canonical("{\"b\":1.50,\"\\u0061\":\"x\",\"a\":[1, {\"z\":null,\"y\":\"\\u00e9\\/\"}],\"n\":null}"))
                .isEqualTo("{\"a\":\"[1,{\\\"z\\\":null,\\\"y\\\":\\\"é/\\\"}]\",\"b\":\"1.50\",\"n\":null}");
    }

    @Test
    void aLoneSurrogateIsReplacedAndAPairIsNot() {
        assertThat(canonical("{\"a\":\"\\ud800\\ud83d\\ude80\\udc00\"}"))
                .isEqualTo("{\"a\":\"\uFFFD\uD83D\uDE80\uFFFD\"}");
    }

    @Test
    void offsetsMoveTheDayAndImpossibleDatesAreNotRead() {
        assertThat(InstantText.read("2025-11-01T00:30:00.5 +05:30")).contains(Instant.parse("2025-10-31T19:00:00.5Z"));
        assertThat(InstantText.read("2025-11-01 10:00:00 +0000 UTC")).contains(Instant.parse("2025-11-01T10:00:00Z"));
        assertThat(InstantText.read("2025-02-30")).isEmpty();
    }

    @Test
    void anUnderscoreIsOneCodePointAndABackslashIsItself() {
        assertThat(LikePattern.matches("_", "\uD83D\uDE80")).isTrue();
        assertThat(LikePattern.matches("_", "ab")).isFalse();
        assertThat(LikePattern.matches("a\\_b", "a_b")).isFalse();
        assertThat(LikePattern.matches("a\\_b", "a\\xb")).isTrue();
        assertThat(LikePattern.matches("%b%", "a\nb")).isTrue();
    }

    @Test
    void jsonIsAcceptedExactlyWhenAnotherStrictParserAcceptsIt() {
        ObjectMapper jackson = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        DirtyLabelText texts = new DirtyLabelText(new Dice(1));
        for (int i = 0; i < 5_000; i++) {
            String text = texts.text();
            assertThat(StrictJson.object(text).isPresent()).as(text).isEqualTo(isObject(jackson, text));
        }
    }

    private static boolean isObject(ObjectMapper jackson, String text) {
        try {
            return jackson.readTree(text).isObject();
        } catch (JsonProcessingException violation) {
            return false;
        }
    }

    @Test
    void randomTablesMeetEveryKindOfRow(@TempDir Path folder) throws IOException {
        long refused = 0;
        long rows = 0;
        long dropped = 0;
        for (long seed = 0; seed < 40; seed++) {
            Path tables = Files.createDirectory(folder.resolve(Long.toString(seed)));
            DirtyTables.write(seed, tables);
            try {
                ReferenceSummary summary = ReferenceAggregator.run(
                        InputTables.read(TableFiles.below(tables)),
                        ReferenceParams.read(tables.resolve("params.json")));
                rows += summary.rows().size();
                dropped += Math.min(summary.badInterval(), Math.min(summary.noNode(), summary.badLabels()));
            } catch (RefusedInput expectedNowAndThen) {
                refused++;
            }
        }
        assertThat(rows).isGreaterThan(100);
        assertThat(dropped).isPositive();
        assertThat(refused).isBetween(1L, 15L);
    }

    private static ExactNumber times(double number, int count) {
        return ExactNumber.sum(Collections.nCopies(count, ExactNumber.of(number)))
                .orElseThrow();
    }

    private static String canonical(String text) {
        return LabelText.read(Optional.of(text)).labels().canonicalText();
    }
}
