// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.content.Measure;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that imported rows may have.
 *
 * @param name its name, in the source and in the dataset
 * @param kind what its values are
 */
public record ImportedColumn(String name, Kind kind) {

    /** Column of the instant that a row tells of. */
    public static final String INTERVAL_START = "interval_start";

    /** What the values of a column are. */
    public enum Kind {
        TIME,
        TEXT,
        NUMBER
    }

    /** All columns that a table may have, in the order in which they are written. */
    public static List<ImportedColumn> of(Table table) {
        List<ImportedColumn> columns = new ArrayList<>();
        Schemas.TIMES.forEach(name -> columns.add(new ImportedColumn(name, Kind.TIME)));
        switch (table) {
            case POD_USAGE -> addPodUsage(columns);
            case NODE_LABELS -> addTexts(columns, "node", "node_labels");
            case NAMESPACE_LABELS -> addTexts(columns, "namespace", "namespace_labels");
        }
        return List.copyOf(columns);
    }

    private static void addPodUsage(List<ImportedColumn> columns) {
        addTexts(columns, "pod", "namespace", "node", "resource_id");
        addMeasures(columns, Schemas.REPORTED);
        Schemas.CAPACITIES.forEach(name -> columns.add(new ImportedColumn(name, Kind.NUMBER)));
        addTexts(columns, "pod_labels");
        addMeasures(columns, Schemas.ADDED);
    }

    private static void addMeasures(List<ImportedColumn> columns, List<Measure> measures) {
        measures.forEach(measure -> columns.add(new ImportedColumn(measure.column(), Kind.NUMBER)));
    }

    private static void addTexts(List<ImportedColumn> columns, String... names) {
        for (String name : names) {
            columns.add(new ImportedColumn(name, Kind.TEXT));
        }
    }
}
