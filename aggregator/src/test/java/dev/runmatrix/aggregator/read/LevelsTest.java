// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.parquet.format.Encoding;
import org.junit.jupiter.api.Test;

class LevelsTest {

    @Test
    void theRetiredEncodingPacksFromTheHighBit() {
        HybridDecoder decoder = new HybridDecoder();
        byte[] data = {(byte) 0b1010_0110, (byte) 0b1100_0000, 77};
        int end = Levels.startFirstVersion(decoder, data, 0, data.length, Encoding.BIT_PACKED, 1, 10);
        int[] levels = new int[10];
        decoder.read(levels, 0, 10);
        assertThat(levels).containsExactly(1, 0, 1, 0, 0, 1, 1, 0, 1, 1);
        assertThat(end).isEqualTo(2);
    }

    @Test
    void levelsOfTwoBitsArePackedTheSameWay() {
        HybridDecoder decoder = new HybridDecoder();
        byte[] data = {(byte) 0b00_01_10_11, (byte) 0b11_00_00_00};
        Levels.startFirstVersion(decoder, data, 0, data.length, Encoding.BIT_PACKED, 3, 5);
        int[] levels = new int[5];
        decoder.read(levels, 0, 5);
        assertThat(levels).containsExactly(0, 1, 2, 3, 3);
    }

    @Test
    void levelsLongerThanThePageAreMalformed() {
        HybridDecoder decoder = new HybridDecoder();
        byte[] data = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0};
        assertThatThrownBy(() -> Levels.startFirstVersion(decoder, data, 0, 5, Encoding.RLE, 1, 8))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> Levels.startFirstVersion(decoder, data, 0, 3, Encoding.RLE, 1, 8))
                .isInstanceOf(MalformedException.class);
    }
}
