// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runmatrix.harness.resource.BuildDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStoreTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Path jar = Path.of("");
    private BuildStore store = new BuildStore(Path.of(""));

    @BeforeEach
    void make() throws IOException {
        jar = BuildFixture.program(folder.resolve("a program"), "one");
        store = new BuildStore(folder.resolve("builds"));
    }

    @Test
    void aBuildIsFoundByTheDigestThatARunStores() throws IOException, UnusableBuildException {
        List<Path> own = List.of(jar.resolveSibling("lib/run-matrix-aggregator-0.1.0.jar"), jar);

        KeptBuild kept = store.keep(own);

        assertThat(kept.digest()).isEqualTo(BuildDigest.of(own));
        assertThat(store.find(kept.digest())).contains(kept);
        assertThat(kept.jar()).hasSameBinaryContentAs(jar);
        assertThat(kept.jar().resolveSibling("lib/other-1.jar")).exists();
        assertThat(BuildFixture.names(folder.resolve("builds"))).containsExactly(".lock", kept.digest());
    }

    @Test
    void buildingAnewInTheSamePlaceChangesNoKeptBuild() throws IOException, UnusableBuildException {
        KeptBuild kept = store.keep(List.of(jar));

        try (var out = Files.newOutputStream(jar.resolveSibling("lib/run-matrix-aggregator-0.1.0.jar"))) {
            out.write(BuildFixture.jar(Map.of("a", "two"), ""));
        }

        assertThat(store.find(kept.digest())).contains(kept);
        assertThat(store.keep(List.of(jar)).digest()).isNotEqualTo(kept.digest());
    }

    @Test
    void buildsShareTheLibrariesThatAreTheSame() throws IOException, UnusableBuildException {
        KeptBuild one = store.keep(List.of(jar));
        KeptBuild two = store.keep(List.of(BuildFixture.program(folder.resolve("other"), "two")));

        assertThat(fileKey(one, "lib/other-1.jar")).isEqualTo(fileKey(two, "lib/other-1.jar"));
        assertThat(fileKey(one, ProgramJar.NAME)).isNotEqualTo(fileKey(two, ProgramJar.NAME));
    }

    private static Object fileKey(KeptBuild build, String file) throws IOException {
        return Files.readAttributes(build.jar().resolveSibling(file), BasicFileAttributes.class)
                .fileKey();
    }

    @Test
    void aBuildWhoseFilesWereChangedIsNoneAndIsMadeAgain() throws IOException, UnusableBuildException {
        KeptBuild kept = store.keep(List.of(jar));
        Files.write(kept.jar(), BuildFixture.jar(Map.of("dev/runmatrix/cli/Main.class", "evil"), ""));

        assertThat(store.find(kept.digest())).isEmpty();
        assertThat(store.keep(List.of(jar))).isEqualTo(kept);
        assertThat(store.find(kept.digest())).contains(kept);
    }

    @Test
    void aBuildWithoutOneOfItsLibrariesIsNone() throws IOException, UnusableBuildException {
        KeptBuild kept = store.keep(List.of(jar));
        Files.delete(kept.jar().resolveSibling("lib/other-1.jar"));

        assertThat(store.find(kept.digest())).isEmpty();
    }

    @Test
    void linksInTheStoreLeadNowhere() throws IOException, UnusableBuildException {
        KeptBuild kept = store.keep(List.of(jar));
        Path home = kept.jar().getParent();
        Path elsewhere = Files.move(home, folder.resolve("elsewhere"));
        Files.createSymbolicLink(home, elsewhere);

        assertThat(store.find(kept.digest())).isEmpty();
        assertThat(store.keep(List.of(jar)).jar()).exists();
        assertThat(Files.isSymbolicLink(home)).isFalse();
        assertThat(elsewhere.resolve(ProgramJar.NAME)).exists();
    }

    @Test
    void aCommitIsFoundOnceABuildWasMadeOfIt() throws IOException, UnusableBuildException {
        KeptBuild own = store.keep(List.of(jar));
        assertThat(store.ofCommit(COMMIT)).isEmpty();

        KeptBuild built = store.keep(ProgramJar.at(jar), Optional.of(COMMIT));

        assertThat(built.jar()).isEqualTo(own.jar());
        assertThat(store.ofCommit(COMMIT)).contains(built);
        assertThat(store.keep(List.of(jar)).commit()).contains(COMMIT);
    }

    @Test
    void aNoteThatCannotBeReadNamesNoCommit() throws IOException, UnusableBuildException {
        KeptBuild built = store.keep(ProgramJar.at(jar), Optional.of(COMMIT));
        Files.writeString(built.jar().resolveSibling("build.json"), "{\"schema\": 3");

        assertThat(store.ofCommit(COMMIT)).isEmpty();
        assertThat(store.find(built.digest()).orElseThrow().commit()).isEmpty();
    }

    @Test
    void whatIsNoDigestIsLookedForNowhere() throws IOException {
        assertThat(store.find("../a program")).isEmpty();
        assertThat(store.find("")).isEmpty();
        assertThat(store.ofCommit(COMMIT)).isEmpty();
    }

    @Test
    void classesThatWereNotPackedCannotBeKept() {
        assertThatExceptionOfType(UnusableBuildException.class)
                .isThrownBy(() -> store.keep(List.of(folder)))
                .withMessageContaining("is no jar");
    }
}
