// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"250ms,250", "1.5s,1500", "10m,600000", "2h,7200000", "3 s,3000", "0s,0"})
    void aDurationIsANumberAndItsUnit(String text, long millis) {
        assertThat(Quantity.duration(text)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "4GB,4000000000",
        "4GiB,4294967296",
        "1kB,1000",
        "1KiB,1024",
        "1.5MB,1500000",
        "2TiB,2199023255552",
        "7B,7"
    })
    void aSizeIsANumberAndItsUnit(String text, long bytes) {
        assertThat(Quantity.bytes(text)).contains(bytes);
    }

    @Test
    void anythingElseIsNone() {
        for (String text : List.of("", "4", "GB", "-4GB", "4gb", "4G", "1e3s", "4 GB ", "٤GB", "0x4s", "4..5s", "5%")) {
            assertThat(Quantity.bytes(text)).as(text).isEmpty();
            assertThat(Quantity.duration(text)).as(text).isEmpty();
        }
        assertThat(Quantity.bytes("999999999999999TB")).isEmpty();
    }

    @Test
    void aShareIsWrittenInPercent() {
        assertThat(Quantity.share("5%")).contains(0.05);
        assertThat(Quantity.share("0.5%")).contains(0.005);
        assertThat(Quantity.share("5")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"250,250ms", "1500,1500ms", "60000,1m", "90000,90s", "7200000,2h"})
    void aDurationIsWrittenInTheLargestWholeUnit(long millis, String text) {
        assertThat(Quantity.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"4000000000,4GB", "4294967296,4GiB", "1536,1536B", "1000,1kB"})
    void aSizeIsWrittenInTheLargestWholeUnit(long bytes, String text) {
        assertThat(Quantity.text(bytes)).isEqualTo(text);
    }
}
