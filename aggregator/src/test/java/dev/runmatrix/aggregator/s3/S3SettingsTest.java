// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTest {

    @Test
    void theEnvironmentOfAmazonsToolsIsUnderstood() {
        S3Settings settings = S3Settings.of(Map.of(
                "AWS_ENDPOINT_URL", "http://other",
                "AWS_ENDPOINT_URL_S3", "https://s3.example.org:9000/",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_NO_SIGN_REQUEST", "YES",
                "AWS_MAX_ATTEMPTS", "4"));
        assertThat(settings.endpoint()).contains(URI.create("https://s3.example.org:9000/"));
        assertThat(settings.region()).contains("eu-west-1");
        assertThat(settings.anonymous()).isTrue();
        assertThat(settings.retries().attempts()).isEqualTo(4);
    }

    @Test
    void anEmptyEnvironmentLeavesAllToTheProfile() {
        S3Settings settings = S3Settings.of(Map.of("AWS_REGION", " ", "AWS_NO_SIGN_REQUEST", "false"));
        assertThat(settings.endpoint()).isEmpty();
        assertThat(settings.region()).isEmpty();
        assertThat(settings.anonymous()).isFalse();
        assertThat(settings.retries().attempts()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hidden", "ftp://hidden", "http://me:hidden@host", "http://", "http://hid den"})
    void anAddressOfAServiceThatIsNoneIsNotRepeated(String url) {
        assertThatThrownBy(() -> S3Settings.of(Map.of("AWS_ENDPOINT_URL", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("AWS_ENDPOINT_URL: ")
                .hasMessageNotContaining("hid")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "101"})
    void aNumberOfAttemptsThatMakesNoSenseIsRefused(String attempts) {
        assertThatThrownBy(() -> S3Settings.of(Map.of("AWS_MAX_ATTEMPTS", attempts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AWS_MAX_ATTEMPTS: ");
    }

    @Test
    void pausesGrowAndAreBounded() {
        Retries retries = S3Settings.of(Map.of()).retries();
        assertThat(retries.mostMillis(1)).isEqualTo(100);
        assertThat(retries.mostMillis(3)).isEqualTo(400);
        assertThat(retries.mostMillis(9)).isEqualTo(5000);
        assertThat(retries.mostMillis(99)).isEqualTo(5000);
    }
}
