// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountFunctionTest {

    @TempDir
    Path folder;

    @Test
    void thousandsAreSetApartAsInAllCounts() throws Exception {
        assertThat(filled("${count(1234567)} ${count(12)}")).isEqualTo("1,234,567 12");
    }

    @Test
    void onlyNumbersAreCounted() {
        assertThatThrownBy(() -> filled("${count('many')}")).hasMessageContaining("must be a number");
    }

    @Test
    void markdownTemplatesWriteNoNumberWithoutIt() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../templates"))) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".ftlmd")).toList();

            assertThat(templates).isNotEmpty();
            for (Path template : templates) {
                assertThat(Files.readString(template)).as("%s", template).doesNotContain("?c}", "?string");
            }
        }
    }

    private String filled(String template) throws Exception {
        Files.writeString(folder.resolve("own.ftlmd"), template);
        return new TemplateFolder(Optional.of(folder)).fill("own.ftlmd", Map.of());
    }
}
