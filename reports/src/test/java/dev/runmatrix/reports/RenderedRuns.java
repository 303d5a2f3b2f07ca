// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All fixtures, rendered once for the tests that look at finished reports. */
final class RenderedRuns {

    private static final Map<String, Function<Path, RunFixture>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("all-clean", Fixtures::allClean);
        ALL.put("troubled", Fixtures::troubled);
        ALL.put("scheduled", Fixtures::scheduled);
        ALL.put("wrong-output", Fixtures::wrongOutput);
        ALL.put("smoke", Fixtures::smoke);
        ALL.put("one-cell", Fixtures::oneCell);
        ALL.put("noisy", Fixtures::noisy);
        ALL.put("sixty", Fixtures::sixty);
        ALL.put("running", Fixtures::running);
        ALL.put("hostile", Fixtures::hostile);
        ALL.put("every-state", Fixtures::everyState);
    }

    private final Map<String, Map<String, String>> files = new LinkedHashMap<>();

    RenderedRuns(Path folder) throws IOException, UnreadableRunException, UnusableTemplateException {
        for (Map.Entry<String, Function<Path, RunFixture>> fixture : ALL.entrySet()) {
            Path results = Files.createDirectories(folder.resolve(fixture.getKey()));
            files.put(
                    fixture.getKey(),
                    Reports.render(fixture.getValue().apply(results).stored(), Optional.empty()));
        }
    }

    /** Fixture name to the text of one of its files. */
    Map<String, String> texts(String file) {
        Map<String, String> texts = new LinkedHashMap<>();
        files.forEach((name, rendered) -> texts.put(name, rendered.getOrDefault(file, "")));
        return texts;
    }

    String text(String fixture, String file) {
        return texts(file).getOrDefault(fixture, "");
    }
}
