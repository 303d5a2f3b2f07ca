// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import dev.runmatrix.aggregator.AggregationCounters;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An input without a fault, and what comes of it.
 *
 * @param name how it was written
 * @param folder where its files are
 * @param files two of pod usage, then node and namespace labels
 * @param tables what the independent reader reads of each file
 * @param summary the right output, byte for byte
 * @param counters the right counters
 */
record SoundInput(
        String name,
        Path folder,
        List<SoundFile> files,
        List<RawTable> tables,
        String summary,
        AggregationCounters counters) {
    private static final String PARAMS = """
            {"enabled_keys": ["app", "tier", "zone"], "cost_categories": [{"pattern": "kube-%%", "id": 2}],
             "report_period_id": 1, "cluster_id": "c", "cluster_alias": "a", "source_uuid": "s",
             "start_date": %s, "end_date": %s}""";

    SoundInput {
        files = List.copyOf(files);
        tables = List.copyOf(tables);
    }

    /** Takes the files of a folder; of their three days, the first is left out or not. */
    static SoundInput of(String name, Path folder, boolean isWhole) throws IOException, InputException {
        List<Path> paths = TableFiles.below(folder).all();
        Path params = Files.writeString(
                folder.resolve("params.json"),
                isWhole ? PARAMS.formatted("null", "null") : PARAMS.formatted("\"2025-10-31\"", "\"2025-11-02\""));
        Path output = folder.resolve("summary.csv");
        AggregationCounters counters =
                Aggregator.run(Setting.PLAIN.config(paths, params, output)).counters();
        List<SoundFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(SoundFile.of(path.getFileName().toString(), Files.readAllBytes(path)));
        }
        return new SoundInput(
                name,
                folder,
                files,
                paths.stream().map(ParquetTables::read).toList(),
                Files.readString(output),
                counters);
    }

    Path params() {
        return folder.resolve("params.json");
    }

    /** The paths of all files, one of them replaced. */
    List<Path> pathsWith(SoundFile file, Path instead) {
        return files.stream()
                .map(each -> each.name().equals(file.name()) ? instead : folder.resolve(each.name()))
                .toList();
    }

    /** The reference's answer if one file were this table. */
    ReferenceSummary referenceWith(SoundFile file, RawTable instead) throws IOException {
        List<RawTable> changed = new ArrayList<>(tables);
        changed.set(files.indexOf(file), instead);
        return reference(changed);
    }

    /** The reference's answer. */
    ReferenceSummary reference() throws IOException {
        return reference(tables);
    }

    private ReferenceSummary reference(List<RawTable> all) throws IOException {
        return ReferenceAggregator.run(
                new InputTables(all.subList(0, 2), all.subList(2, 3), all.subList(3, 4)),
                ReferenceParams.read(params()));
    }
}
