// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectAddressTest {

    @Test
    void theKeyIsTakenAsItIs() {
        assertThat(Location.parse("s3://my-bucket/a b/ü%20+&=?#/x//y/"))
                .isEqualTo(new ObjectAddress("my-bucket", "a b/ü%20+&=?#/x//y/"))
                .hasToString("s3://my-bucket/a b/ü%20+&=?#/x//y/")
                .extracting(Location::names)
                .isEqualTo(List.of("a b", "ü%20+&=?#", "x", "y"));
        assertThat(Location.parse("S3://b_1.x")).isEqualTo(new ObjectAddress("b_1.x", ""));
        assertThat(Location.parse("s3://b/")).isEqualTo(new ObjectAddress("b", ""));
    }

    @Test
    void anythingElseIsAPath() {
        assertThat(Location.parse("in/s3:x")).isEqualTo(Location.of(Path.of("in/s3:x")));
        assertThat(Location.parse("./s3://x")).isEqualTo(Location.of(Path.of("./s3:/x")));
        assertThat(Location.parse("s3")).isEqualTo(Location.of(Path.of("s3")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://key:hidden@bucket/x",
                "s3://key:hid/hidden@bucket/x",
                "s3://hidden@bucket",
                "s3:/hidden/x",
                "s3:hidden",
                "s3a://hidden/x",
                "s3n://hidden/x",
                "s3:///hidden",
                "s3://",
                "s3://hidden%40bucket/x",
                "s3://-hidden/x",
                "s3://hidden hidden/x"
            })
    void aWrongFormIsRefusedWithoutRepeatingAnyOfIt(String text) {
        assertThatThrownBy(() -> Location.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write s3://BUCKET/KEY")
                .hasMessageNotContaining("hid");
    }

    @Test
    void localFilesComeFirstAndObjectsInTheOrderOfTheirKeys() {
        assertThat(Stream.of("s3://b/a", "s3://a/b", "s3://a/a", "z", "a")
                        .map(Location::parse)
                        .sorted())
                .map(Location::toString)
                .containsExactly("a", "z", "s3://a/a", "s3://a/b", "s3://b/a");
    }
}
