// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedMatrixTest {

    private static final String YAML = MatrixFixture.HEAD + """
            axes:
              dataset: [tiny]
              mode: [in-memory, streaming]
              parallel_chunks: [true, false]
              max_workers: [1, 4, 2]
              chunk_size: [50, 100]
            include: [{dataset: 100k, mode: in-memory, max_workers: 4, parallel_readers: 2}, {mode: in-memory, parallel_readers: 2}]
            exclude: [{parallel_chunks: true, max_workers: 1, mode: streaming}]
            reference_cell: {mode: streaming, parallel_chunks: false, max_workers: 2, chunk_size: 50}
            options:
              - {name: A, set: {parallel_chunks: true}, stated: {times: [3, 4], where: "note: 1"}}
              - {name: B, set: {chunk_size: 100}, stated: {times: 2}}
            budget: {rss: 1500MB, wall: 90s}
            measure: {forks: 3, max_forks: 12, precision: 1.75%, twin: false, repeat_contaminated: 0, max_failures: 5,
                      budget: 90m, sample_period: 250ms}
            gate:
              baseline: "main-{machine}"
              rules:
                - {metric: wall, max_increase: 2.5%, correction: none}
                - {metric: cpu, cells: "mode=stream*", max_increase: 5%, confidence: 0.99}
                - {metric: wall, max: 1500ms}
                - {metric: rss_peak, max: 1500MB}
                - {metric: cores_used, cells: "max_workers=4,max_workers=2", min: 1}
                - {metric: cores_used, min_fraction_of_requested: 0.6}
              on_inconclusive: fail
            claims:
              - {name: "fast: 3–4", cell: {mode: streaming, parallel_chunks: true, max_workers: 4}, times_as_fast: [3, 4],
                 where: "note: 1"}
              - {name: slow, metric: wall, cells: [{mode: streaming}], versus: [{mode: in-memory, max_workers: 4}], at_least: 0.5,
                 at_most: 4}
              - {name: small, metric: rss_peak, at_most: 1500MB, gate: true}
              - {name: brief, metric: cpu, at_most: 90.5s}
              - {name: busy, metric: cores_used, cells: {parallel_chunks: true}, at_least: 62.5%}
              - {name: constant, kind: growth, metric: rss_peak, at_most: 1.15}
              - {name: scales, kind: scaling, at_least: 60%}
              - {name: speeds up, kind: scaling, at_least: 1.5}
              - {name: alike, metric: wall, cell: {mode: in-memory}, versus: {mode: streaming}, within: 5%}
              - {name: the same, kind: equality}
            """;

    @TempDir
    Path directory;

    @Test
    void aResolvedMatrixReadAgainIsTheSameMatrix() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, YAML);
        Plan plan = new MatrixExpansion(Limits.DEFAULT).plan(file, Filters.NONE);

        String resolved = ResolvedMatrix.yaml(file, plan, 42);

        MatrixFile again = MatrixFixture.read(directory, resolved);
        Plan replanned = new MatrixExpansion(Limits.DEFAULT).plan(again, Filters.NONE);
        assertThat(replanned.cells())
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .isEqualTo(plan.cells());
        assertThat(replanned.cells())
                .extracting(PlannedCell::name)
                .isEqualTo(plan.cells().stream().map(PlannedCell::name).toList());
        assertThat(replanned.options()).isEqualTo(plan.options());
        assertThat(again.spec().claims())
                .hasSize(10)
                .usingRecursiveComparison()
                .isEqualTo(file.spec().claims());
        assertThat(replanned.claims()).isEqualTo(plan.claims());
        assertThat(again.seed()).isEqualTo(OptionalLong.of(42));
        assertThat(again.spec().protocol()).isEqualTo(file.spec().protocol());
        assertThat(again.spec().gate()).isPresent().isEqualTo(file.spec().gate());
        assertThat(again.spec().budget()).isEqualTo(file.spec().budget());
        assertThat(again.spec().jvmArgs()).isEqualTo(file.spec().jvmArgs());
        assertThat(ResolvedMatrix.yaml(again, replanned, 42)).isEqualTo(resolved);
    }

    @Test
    void whatAFilterLeftOutIsGone() throws IOException, ConfigException {
        MatrixFile file = MatrixFixture.read(directory, YAML);
        Plan plan = new MatrixExpansion(Limits.DEFAULT)
                .plan(file, Filters.parse(List.of("mode=in-memory,dataset=tiny"), List.of()));

        Plan replanned = MatrixFixture.plan(directory, ResolvedMatrix.yaml(file, plan, 1));

        assertThat(replanned.cells())
                .extracting(c -> c.cell().id())
                .isEqualTo(plan.cells().stream().map(c -> c.cell().id()).toList());
        assertThat(replanned.reference()).isEmpty();
        assertThat(replanned.options()).isEmpty();
        assertThat(plan.claims()).hasSize(10);
        assertThat(replanned.claims()).isEmpty();
        assertThat(ResolvedMatrix.yaml(file, plan, 1))
                .contains("# Left out with their cells: the claims K1, K2, K3, K4, K5, K6, K7, K8, K9, K10.");
    }
}
