// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.live.LiveSetting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path folder;

    @Test
    void aSectionOfPerformanceIsRead() throws Exception {
        List<LiveSetting> settings = read("""
                input: data
                performance:
                  max_workers: 4
                  parallel_chunks: false
                  chunk_size: 50_000
                """);

        assertThat(settings)
                .extracting(LiveSetting::key, LiveSetting::value, LiveSetting::written)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("max_workers", "4", "performance.max_workers: 4"),
                        org.assertj.core.groups.Tuple.tuple(
                                "parallel_chunks", "false", "performance.parallel_chunks: false"),
                        org.assertj.core.groups.Tuple.tuple("chunk_size", "50_000", "performance.chunk_size: 50_000"));
        assertThat(settings.get(0).where()).isEqualTo("job.yaml:3");
    }

    @Test
    void keysAreFoundAtTheTopAndInAnyNestingAndInJson() throws Exception {
        assertThat(read("max_workers: 2\n")).extracting(LiveSetting::written).containsExactly("max_workers: 2");
        assertThat(read("a:\n  - b: {maxWorkers: 3}\n"))
                .extracting(LiveSetting::written)
                .containsExactly("a.b.maxWorkers: 3");
        assertThat(read("{\"job\": {\"parallel_chunks\": true, \"mode\": \"streaming\"}}"))
                .extracting(LiveSetting::value)
                .containsExactlyInAnyOrder("true", "streaming");
    }

    @Test
    void thePerformanceSectionIsPreferredAndEachKeyStandsOnce() throws Exception {
        assertThat(read("web:\n  workers: 9\nperformance:\n  max_workers: 4\n"))
                .extracting(LiveSetting::value)
                .containsExactly("4");
    }

    @Test
    void aModeOfSomethingElseIsPassedOver() throws Exception {
        assertThat(read("file:\n  mode: '0644'\n")).isEmpty();
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThatThrownBy(() -> read("a: [1,\nb: }\n"))
                .isInstanceOf(SettingsFile.Unreadable.class)
                .hasMessageContaining("job.yaml:2:")
                .hasMessageContaining("not YAML");
    }

    @Test
    void deepNestingAndBombsOfAliasesEndQuickly() throws Exception {
        assertThatThrownBy(() -> read("[".repeat(500))).isInstanceOf(SettingsFile.Unreadable.class);
        String bomb = """
                a: &a [x,x,x,x,x,x,x,x,x]
                b: &b [*a,*a,*a,*a,*a,*a,*a]
                c: &c [*b,*b,*b,*b,*b,*b,*b]
                d: &d [*c,*c,*c,*c,*c,*c]
                max_workers: 4
                """;
        assertThat(read(bomb)).hasSize(1);
    }

    @Test
    void hugeBinaryAndMissingFilesAreRefused() throws Exception {
        Path huge = Files.write(folder.resolve("huge.yaml"), new byte[(1 << 20) + 1]);
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> SettingsFile.read(huge)).hasMessageContaining("at most");
        assertThatThrownBy(() -> SettingsFile.read(binary)).hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> SettingsFile.read(folder.resolve("none"))).hasMessageContaining("no such file");
        assertThatThrownBy(() -> SettingsFile.read(folder)).hasMessageContaining("is a directory");
    }

    private List<LiveSetting> read(String text) throws Exception {
        return SettingsFile.read(Files.writeString(folder.resolve("job.yaml"), text, StandardCharsets.UTF_8));
    }
}
