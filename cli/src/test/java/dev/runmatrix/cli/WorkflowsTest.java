// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflows of this repository, the nightly script, and the recipes in the documentation, as texts. */
class WorkflowsTest {

    private static final Path FOLDER = Path.of("../.github/workflows");
    private static final Path NIGHTLY = Path.of("../bench/nightly");

    @Test
    void allOfThemAreThere() throws Exception {
        assertThat(workflows()).containsOnlyKeys("build.yml", "comment.yml", "nightly.yml", "pull-request.yml");
        assertThat(Fences.all()).containsOnlyKeys("github-actions", "gitlab", "jenkins", "cron", "bisect");
    }

    @Test
    void whatTheyCallExists() throws Exception {
        List<List<String>> calls = new ArrayList<>(ShellText.calls(Files.readString(NIGHTLY)));
        for (Object workflow : workflows().values()) {
            steps(workflow, "run").forEach(step -> calls.addAll(ShellText.calls(step)));
        }
        steps(yaml(Fences.of("github-actions")), "run").forEach(step -> calls.addAll(ShellText.calls(step)));

        assertThat(calls).hasSizeGreaterThan(8);
        assertThat(calls)
                .allSatisfy(call -> assertThatCode(() -> Main.commandLine()
                                .setCaseInsensitiveEnumValuesAllowed(true)
                                .parseArgs(call.toArray(String[]::new)))
                        .as(String.join(" ", call))
                        .doesNotThrowAnyException());
    }

    @Test
    void othersCodeIsThatOfGitHubItselfAndPinned() throws Exception {
        for (Map.Entry<String, Object> workflow : workflows().entrySet()) {
            assertThat(steps(workflow.getValue(), "uses"))
                    .as(workflow.getKey())
                    .isNotEmpty()
                    .allMatch(action -> action.matches("actions/[a-z/-]+@v\\d+\\.\\d+\\.\\d+"));
        }
    }

    @Test
    void noneMayWriteButTheOneThatCommentsAndThatRunsNothing() throws Exception {
        for (Map.Entry<String, Object> workflow : workflows().entrySet()) {
            String text = Files.readString(FOLDER.resolve(workflow.getKey()));
            assertThat(map(workflow.getValue())).as(workflow.getKey()).containsKey("permissions");
            if (workflow.getKey().equals("comment.yml")) {
                assertThat(steps(workflow.getValue(), "run")).isEmpty();
                assertThat(text).doesNotContain("actions/checkout").doesNotContain("contents: write");
            } else {
                assertThat(text).doesNotContain(": write").doesNotContain("secrets.");
            }
            assertThat(text).doesNotContain("pull_request_target");
        }
    }

    @Test
    void whatAStrangerWroteReachesShellsAndScriptsAsVariablesOnly() throws Exception {
        for (Map.Entry<String, Object> workflow : workflows().entrySet()) {
            assertThat(steps(workflow.getValue(), "run")).as(workflow.getKey()).noneMatch(run -> run.contains("${{"));
            assertThat(steps(workflow.getValue(), "script"))
                    .as(workflow.getKey())
                    .noneMatch(script -> script.contains("${{"));
        }
    }

    @Test
    void credentialsDoNotStayInACheckoutWhoseCodeIsRun() throws Exception {
        for (Map.Entry<String, Object> workflow : workflows().entrySet()) {
            long checkouts = steps(workflow.getValue(), "uses").stream()
                    .filter(action -> action.startsWith("actions/checkout"))
                    .count();
            assertThat(values(workflow.getValue(), "persist-credentials"))
                    .as(workflow.getKey())
                    .hasSize((int) checkouts)
                    .containsOnly(checkouts == 0 ? new Object[0] : new Object[] {false});
        }
    }

    private static Map<String, Object> workflows() throws IOException {
        Map<String, Object> workflows = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                workflows.put(file.getFileName().toString(), yaml(Files.readString(file)));
            }
        }
        return workflows;
    }

    static Object yaml(String text) {
        return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text);
    }

    /** The texts of this key, wherever it stands. */
    static List<String> steps(Object node, String key) {
        return values(node, key).stream().map(String::valueOf).toList();
    }

    private static List<Object> values(Object node, String key) {
        List<Object> found = new ArrayList<>();
        if (node instanceof Map<?, ?> mapping) {
            mapping.forEach((name, value) -> {
                if (key.equals(name)) {
                    found.add(value);
                } else {
                    found.addAll(values(value, key));
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(each -> found.addAll(values(each, key)));
        }
        return found;
    }

    private static Map<Object, Object> map(Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return new LinkedHashMap<>((Map<?, ?>) node);
    }
}
