// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.InvalidParametersException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodHourTest {

    private static final double GIBIBYTE = 1 << 30;

    @Test
    void constantValuesAreTheSameEverywhere() throws InvalidParametersException {
        PodHour row = new PodHour(parameters(Map.of("values", "constant")));

        row.moveTo(5, 1, 23);

        assertThat(row.get(Measure.USAGE_CPU)).isEqualTo(0.3 * 3600);
        assertThat(row.get(Measure.REQUEST_CPU)).isEqualTo(0.5 * 3600);
        assertThat(row.get(Measure.LIMIT_CPU)).isEqualTo(3600);
        assertThat(row.get(Measure.EFFECTIVE_CPU)).isEqualTo(0.5 * 3600);
        assertThat(row.get(Measure.USAGE_MEMORY)).isEqualTo(0.5 * GIBIBYTE * 3600);
        assertThat(row.get(Measure.REQUEST_MEMORY)).isEqualTo(GIBIBYTE * 3600);
        assertThat(row.get(Measure.LIMIT_MEMORY)).isEqualTo(2 * GIBIBYTE * 3600);
    }

    /** Computed from the definition by another program: an hour cut short to 1 239 seconds. */
    @Test
    void variedValuesAreThoseOfTheDefinition() throws InvalidParametersException {
        PodHour row = new PodHour(parameters(Map.of()));

        row.moveTo(0, 1, 7);

        assertThat(row.get(Measure.REQUEST_CPU)).isEqualTo(2478.0);
        assertThat(row.get(Measure.USAGE_CPU)).isEqualTo(3484.6875);
        assertThat(row.get(Measure.LIMIT_CPU)).isEqualTo(4956.0);
        assertThat(row.get(Measure.EFFECTIVE_CPU)).isEqualTo(3484.6875);
        assertThat(row.get(Measure.REQUEST_MEMORY)).isEqualTo(83147882496.0);
        assertThat(row.get(Measure.USAGE_MEMORY)).isEqualTo(135115309056.0);
    }

    @Test
    void variedValuesAreMultiplesOfAPowerOfTwoSoThatSumsAreExactInAnyOrder() throws InvalidParametersException {
        PodHour row = new PodHour(parameters(Map.of()));

        for (int hour = 0; hour < 48; hour++) {
            for (int pod = 0; pod < 6; pod++) {
                row.moveTo(pod, hour / 24, hour % 24);
                assertThat(row.get(Measure.USAGE_CPU) * 512 % 1).isZero();
                assertThat(row.get(Measure.USAGE_MEMORY) % (1 << 21)).isZero();
            }
        }
    }

    @Test
    void decimalValuesAreRoundedToFiveAndTwoPlacesAndStayBelowTheLimit() throws InvalidParametersException {
        PodHour row = new PodHour(parameters(Map.of("values", "decimal", "nodes", "1", "pods", "200")));

        int whole = 0;
        for (int pod = 0; pod < 200; pod++) {
            row.moveTo(pod, 0, 0);
            assertThat(row.get(Measure.USAGE_CPU)).isPositive().isLessThanOrEqualTo(row.get(Measure.LIMIT_CPU));
            assertThat(row.get(Measure.USAGE_MEMORY)).isPositive().isLessThanOrEqualTo(row.get(Measure.LIMIT_MEMORY));
            if (row.get(Measure.REQUEST_CPU) / 225 % 1 == 0) {
                whole++;
                double hundredThousandths = row.get(Measure.USAGE_CPU) / 3600 * 100_000;
                double hundredths = row.get(Measure.USAGE_MEMORY) / GIBIBYTE / 3600 * 100;
                assertThat(Math.abs(hundredThousandths - Math.rint(hundredThousandths)))
                        .isLessThan(1e-6);
                assertThat(Math.abs(hundredths - Math.rint(hundredths))).isLessThan(1e-6);
            }
        }
        assertThat(whole).isGreaterThan(150);
    }

    @Test
    void aRowThatIsAbsentHasNothingToAsk() throws InvalidParametersException {
        assertThat(new PodHour(parameters(Map.of("absent", "1"))).moveTo(0, 0, 0))
                .isFalse();
        assertThat(new PodHour(parameters(Map.of())).moveTo(0, 0, 0)).isTrue();
    }

    private static DatasetParameters parameters(Map<String, String> settings) throws InvalidParametersException {
        Map<String, String> words = new HashMap<>(Map.of("nodes", "2", "pods", "6", "days", "2"));
        words.putAll(settings);
        return DatasetParameters.from(words);
    }
}
