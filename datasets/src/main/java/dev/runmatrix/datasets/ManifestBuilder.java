// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.content.Tally;
import dev.runmatrix.datasets.parquet.Table;
import dev.runmatrix.datasets.parquet.WrittenFile;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Adds up what the writers counted. */
final class ManifestBuilder {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal BYTES_PER_CORE = BigDecimal.valueOf(4L << 30);

    private final Dataset dataset;
    private final List<WrittenFile> files;
    private final Map<Integer, Tally> days = new TreeMap<>();

    ManifestBuilder(Dataset dataset, List<WrittenFile> files) {
        this.dataset = dataset;
        this.files = files;
        for (WrittenFile file : files) {
            file.tally().ifPresent(tally -> day(file.planned().day()).add(tally));
        }
    }

    private Tally day(int day) {
        return days.computeIfAbsent(day, key -> new Tally(dataset.parameters()));
    }

    Manifest build(String paramsSha256) {
        return new Manifest(
                Manifest.SCHEMA,
                Manifest.GENERATOR,
                dataset.name(),
                dataset.parameters().recordedWords(),
                new TableRows(rows(Table.POD_USAGE), rows(Table.NODE_LABELS), rows(Table.NAMESPACE_LABELS)),
                Optional.of(dirt()),
                OptionalLong.of(sum(Tally::groups)),
                sums(),
                Optional.of(capacity()),
                files.stream().mapToLong(WrittenFile::bytes).sum(),
                paramsSha256,
                files.stream().map(ManifestBuilder::entry).toList(),
                Optional.empty());
    }

    private static DataFile entry(WrittenFile file) {
        return new DataFile(file.planned().path(), file.rows(), file.bytes(), file.sha256());
    }

    private long rows(Table table) {
        return files.stream()
                .filter(file -> file.planned().table() == table)
                .mapToLong(WrittenFile::rows)
                .sum();
    }

    private DirtyRows dirt() {
        return new DirtyRows(
                dataset.parameters().podHours() - sum(Tally::rows),
                sum(Tally::blankNodeRows),
                sum(Tally::nullLabelRows),
                sum(Tally::damagedLabelRows));
    }

    private long sum(ToLongFunction<Tally> count) {
        return days.values().stream().mapToLong(count).sum();
    }

    private Map<String, BigDecimal> sums() {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Tally day : days.values()) {
            day.sums().forEach((measure, sum) -> sums.merge(measure.column(), sum, BigDecimal::add));
        }
        return sums;
    }

    private CapacitySums capacity() {
        BigDecimal coreSeconds = BigDecimal.valueOf(sum(Tally::coreHours)).multiply(SECONDS_PER_HOUR);
        return new CapacitySums(coreSeconds, coreSeconds.multiply(BYTES_PER_CORE));
    }
}
