// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.matrix.Engines;
import dev.runmatrix.harness.matrix.Placeholders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCommandTest {

    private static final EngineBuild.Running UNHEARD = new EngineBuild.Running() {
        @Override
        public void started(Process maven) {}

        @Override
        public void ended() {}
    };

    @TempDir
    private Path root;

    private final StringWriter err = new StringWriter();
    private Home home = new Home(Path.of(""));

    @BeforeEach
    void aCheckout() throws Exception {
        home = new Home(root);
        for (String module : List.of("engines/duckdb", "engines/contract", "aggregator")) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "<project/>");
        }
    }

    @Test
    void anUnknownEngineIsToldWithThoseThereAre() {
        StringWriter out = new StringWriter();

        int status = Main.run(new PrintWriter(out), new PrintWriter(err), "engine", "duck", "--help");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("'duck' is not known; these are: duckdb, spark");
    }

    @Test
    void whatIsBuiltAndNewerThanItsSourcesIsLeftAlone() throws Exception {
        built(Instant.now().plusSeconds(60));

        build().ensure(ShippedEngine.DUCKDB);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aSourceThatIsNewerHasItBuiltAndAFailureShowsWhatMavenSays() throws Exception {
        built(Instant.now().minusSeconds(3600));

        assertThatThrownBy(() -> build().ensure(ShippedEngine.DUCKDB))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("engine duckdb could not be built")
                .hasMessageContaining("build.log")
                .hasMessageContaining("[ERROR]");
        assertThat(err.toString()).contains("building engine duckdb");
        assertThat(root.resolve("engines/duckdb/target/build.log")).isNotEmptyFile();
    }

    @Test
    void withoutItsSourcesItCannotBeBuilt() {
        assertThatThrownBy(() -> build().ensure(ShippedEngine.SPARK))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("has no pom.xml; run this in a checkout of run-matrix");
    }

    @Test
    void aFolderWithBracesStaysTheSameFolder() {
        Home odd = new Home(Path.of("/a {b} c"));
        Engines engines = ShippedEngine.of(odd);

        assertThat(engines.commands().get("duckdb"))
                .anyMatch(
                        text -> Placeholders.fill(text, Map.of("input", "", "params", "", "out", "", "max_workers", ""))
                                .equals("/a {b} c/engines/duckdb/target/engine.jar"));
    }

    private EngineBuild build() {
        return new EngineBuild(home, new PrintWriter(err), UNHEARD);
    }

    private void built(Instant when) throws Exception {
        Path target = Files.createDirectories(root.resolve("engines/duckdb/target"));
        Files.writeString(target.resolve("engine.jar"), "");
        Files.writeString(target.resolve("engine.built"), "");
        Files.setLastModifiedTime(target.resolve("engine.built"), FileTime.from(when));
    }
}
