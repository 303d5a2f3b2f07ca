// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.read.ColumnBytes;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.time.DayRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gathers what footers tell. */
public final class FactsReader {

    /** No more rows are believed of a row group, so that sums do not overflow. */
    private static final long MOST_ROWS = 1L << 36;

    private final List<DaySpans.Span> spans = new ArrayList<>();
    private ColumnBytes all = ColumnBytes.NONE;
    private int files;
    private long rows;
    private int rowGroups;
    private long largestRowGroup;
    private long pagesBytes;
    private long rowGroupTextBytes;

    private FactsReader() {}

    /** The facts of an input whose files of pod rows are read in this order. */
    public static InputFacts read(List<ParquetFile> pods, List<ParquetFile> nodes, List<ParquetFile> namespaces) {
        FactsReader reader = new FactsReader();
        pods.forEach(reader::addPods);
        nodes.forEach(file -> reader.addLabels(file, LabelColumns.NODES));
        namespaces.forEach(file -> reader.addLabels(file, LabelColumns.NAMESPACES));
        return reader.facts();
    }

    private void addPods(ParquetFile file) {
        files++;
        for (int rowGroup = 0; rowGroup < file.rowGroupCount(); rowGroup++) {
            long count = Math.min(file.rows(rowGroup), MOST_ROWS);
            rowGroups++;
            rows += count;
            largestRowGroup = Math.max(largestRowGroup, count);
            addBytes(file.bytes(rowGroup, PodColumns.TABLE));
            Optional<DayRange> days = file.days(rowGroup);
            days.ifPresent(range -> spans.add(new DaySpans.Span(range, count)));
        }
    }

    private void addLabels(ParquetFile file, TableColumns table) {
        files++;
        for (int rowGroup = 0; rowGroup < file.rowGroupCount(); rowGroup++) {
            addBytes(file.bytes(rowGroup, table));
        }
    }

    private void addBytes(ColumnBytes bytes) {
        all = all.plus(bytes);
        pagesBytes = Math.max(pagesBytes, bytes.uncompressed() + bytes.largestCompressed());
        rowGroupTextBytes = Math.max(rowGroupTextBytes, bytes.texts());
    }

    private InputFacts facts() {
        boolean told = spans.size() == rowGroups;
        return new InputFacts(
                files,
                rows,
                rowGroups,
                largestRowGroup,
                pagesBytes,
                rowGroupTextBytes,
                all.compressed(),
                all.texts(),
                told ? DaySpans.count(spans) : OptionalLong.empty(),
                told ? DaySpans.mostRows(spans) : OptionalLong.empty());
    }
}
