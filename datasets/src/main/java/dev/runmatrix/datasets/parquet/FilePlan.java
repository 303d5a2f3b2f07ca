// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.LabelRows;
import dev.runmatrix.datasets.parameters.Layout;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which rows go to which file: a function of the parameters, so that the number of threads cannot matter. */
public final class FilePlan {

    private static final String ORGANISATION = "org1234567";
    private static final int KOKU_ROWS_PER_FILE = 200_000;

    private final DatasetParameters parameters;
    private final String source;

    /**
     * @param parameters of the dataset
     * @param source identity of the source, a part of paths
     */
    public FilePlan(DatasetParameters parameters, String source) {
        this.parameters = parameters;
        this.source = source;
    }

    /** All files, day by day; pod usage, the largest, first. */
    public List<PlannedFile> files() {
        List<PlannedFile> files = new ArrayList<>();
        for (int day = 0; day < parameters.days(); day++) {
            for (Table table : Table.values()) {
                addFiles(files, table, day);
            }
        }
        return files;
    }

    private void addFiles(List<PlannedFile> files, Table table, int day) {
        int places = Math.multiplyExact(subjects(table), DatasetParameters.HOURS_PER_DAY);
        if (parameters.layout() == Layout.POC) {
            files.add(new PlannedFile(pocPath(table, day), table, day, 0, places));
            return;
        }
        for (int first = 0, part = 0; first < places; first += KOKU_ROWS_PER_FILE, part++) {
            int length = Math.min(KOKU_ROWS_PER_FILE, places - first);
            files.add(new PlannedFile(kokuPath(table, day, part), table, day, first, length));
        }
    }

    /** How many nodes, namespaces or pods have a row each hour. */
    private int subjects(Table table) {
        if (table == Table.POD_USAGE || parameters.labelRows() == LabelRows.PER_POD) {
            return parameters.pods();
        }
        return table == Table.NODE_LABELS ? parameters.nodes() : parameters.namespaces();
    }

    private String pocPath(Table table, int day) {
        return pocPath(source, table, parameters.start().plusDays(day)) + "/data.parquet";
    }

    /** The folder of a table and day in layout poc. */
    static String pocPath(String source, Table table, LocalDate date) {
        return String.format(
                Locale.ROOT,
                "%s/OCP/source=%s/year=%04d/month=%02d/day=%02d/%s",
                ORGANISATION,
                source,
                date.getYear(),
                date.getMonthValue(),
                date.getDayOfMonth(),
                table.lineItems());
    }

    private String kokuPath(Table table, int day, int part) {
        LocalDate date = parameters.start().plusDays(day);
        return String.format(
                Locale.ROOT,
                "parquet/%s/OCP/%s/source=%s/year=%04d/month=%02d/openshift_usage_report.%s.0_%d.parquet",
                ORGANISATION,
                table.directory(),
                source,
                date.getYear(),
                date.getMonthValue(),
                date,
                part);
    }
}
