// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;

class HybridDecoderTest {

    @Test
    void whatTheLibraryEncodesIsDecodedAtAnyWidthAndInAnyPieces() throws Exception {
        Random random = new Random(3);
        for (int width = 0; width <= 32; width++) {
            int[] numbers = numbers(random, width, 5000);
            byte[] bytes = encode(numbers, width);
            HybridDecoder decoder = new HybridDecoder();
            decoder.start(bytes, 0, bytes.length, width);
            int[] decoded = new int[numbers.length];
            for (int at = 0; at < decoded.length; ) {
                int piece = Math.min(1 + random.nextInt(40), decoded.length - at);
                decoder.read(decoded, at, piece);
                at += piece;
            }
            assertThat(decoded).as("width %d", width).isEqualTo(numbers);
        }
    }

    @Test
    void runsOfEqualNumbersAreTold() throws Exception {
        byte[] bytes = encode(new int[100], 3);
        HybridDecoder decoder = new HybridDecoder();
        decoder.start(bytes, 0, bytes.length, 3);
        assertThat(decoder.equalRun(60)).isEqualTo(60);
        assertThat(decoder.takeRun(60)).isZero();
        assertThat(decoder.equalRun(60)).isEqualTo(40);
    }

    @Test
    void bytesThatEndEarlyAreMalformed() {
        HybridDecoder decoder = new HybridDecoder();
        decoder.start(new byte[] {(byte) 0xFE}, 0, 1, 3);
        assertThatThrownBy(() -> decoder.read(new int[8], 0, 8)).isInstanceOf(MalformedException.class);
        decoder.start(new byte[] {0}, 0, 1, 3);
        assertThatThrownBy(() -> decoder.read(new int[8], 0, 8)).isInstanceOf(MalformedException.class);
        decoder.start(new byte[] {3}, 0, 1, 3);
        assertThatThrownBy(() -> decoder.read(new int[8], 0, 8)).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> decoder.start(new byte[] {3}, 0, 1, 33)).isInstanceOf(MalformedException.class);
    }

    private static int[] numbers(Random random, int width, int count) {
        int[] numbers = new int[count];
        int mask = width == 32 ? -1 : (1 << width) - 1;
        int value = 0;
        for (int i = 0; i < count; i++) {
            boolean changes = i % 1000 < 500 || random.nextInt(30) == 0;
            value = changes ? random.nextInt() & mask : value;
            numbers[i] = value;
        }
        return numbers;
    }

    private static byte[] encode(int[] numbers, int width) throws IOException {
        try (RunLengthBitPackingHybridEncoder encoder =
                new RunLengthBitPackingHybridEncoder(width, 64, 1 << 20, new HeapByteBufferAllocator())) {
            for (int number : numbers) {
                encoder.writeInt(number);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            encoder.toBytes().writeAllTo(bytes);
            return bytes.toByteArray();
        }
    }
}
