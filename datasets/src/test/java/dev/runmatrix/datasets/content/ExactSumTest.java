// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    @Test
    void nothingIsLostBetweenLargeAndSmall() {
        double[] values = {1e300, 0.1, -1e300, Double.MIN_VALUE, -0.1, 3.5, Double.MAX_VALUE, -2.25, 1e-310};
        ExactSum sum = new ExactSum();
        BigDecimal expected = BigDecimal.ZERO;

        for (double value : values) {
            sum.add(value);
            expected = expected.add(new BigDecimal(value));
        }

        assertThat(sum.total()).isEqualByComparingTo(expected);
    }

    @Test
    void aTenthTenThousandTimesIsTenThousandTimesTheDoubleNearestToATenth() {
        ExactSum sum = new ExactSum();

        IntStream.range(0, 10_000).forEach(i -> sum.add(0.1));

        assertThat(sum.total())
                .isEqualByComparingTo(new BigDecimal("1000.000000000000055511151231257827021181583404541015625"));
    }

    @Test
    void sumsOfPartsAddUpToTheSumOfTheWhole() {
        ExactSum left = new ExactSum();
        ExactSum right = new ExactSum();
        ExactSum whole = new ExactSum();

        for (int i = 1; i <= 1_000; i++) {
            (i % 3 == 0 ? left : right).add(1.0 / i);
            whole.add(1.0 / i);
        }
        left.add(right);

        assertThat(left.total()).isEqualTo(whole.total());
    }

    @Test
    void theSumOfNothingIsZero() {
        assertThat(new ExactSum().total()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valuesWithoutASumAreRefused(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactSum().add(value));
    }
}
