// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.live.LiveSetting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandSettingsTest {

    @Test
    void ourOwnAggregatorIsKnownByItsMainClass() {
        assertThat(CommandSettings.isAggregator(List.of("java", "dev.runmatrix.cli.Main", "aggregate")))
                .isTrue();
        assertThat(CommandSettings.isAggregator(List.of("java", "dev.runmatrix.cli.Main", "plan")))
                .isFalse();
        assertThat(CommandSettings.isAggregator(List.of("grep", "aggregate"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--max-workers 4, max_workers, 4",
        "--max_workers=4, max_workers, 4",
        "--maxWorkers=4, max_workers, 4",
        "--workers 8, max_workers, 8",
        "-j12, max_workers, 12",
        "-j 3, max_workers, 3",
        "--parallel-chunks false, parallel_chunks, false",
        "--chunk-size 50_000, chunk_size, 50_000",
        "--mode streaming, mode, streaming"
    })
    void settingsAreReadInTheSpellingsOfManyPrograms(String arguments, String key, String value) {
        List<LiveSetting> settings = CommandSettings.of(List.of(("job " + arguments).split(" ")));

        assertThat(settings).singleElement().satisfies(setting -> {
            assertThat(setting.key()).isEqualTo(key);
            assertThat(setting.value()).isEqualTo(value);
            assertThat(setting.written()).isEqualTo(arguments);
        });
    }

    @Test
    void whatMeansSomethingElseIsNoSetting() {
        assertThat(CommandSettings.of(List.of("job", "--mode", "0755", "--workers", "many", "mode=streaming")))
                .isEmpty();
    }
}
