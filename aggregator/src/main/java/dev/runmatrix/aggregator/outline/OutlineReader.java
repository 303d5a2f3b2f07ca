// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.outline;

import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.time.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers an outline from footers. */
public final class OutlineReader {

    private final DayRange bounds;
    private final Map<Long, Load> loads = new TreeMap<>();
    private int silentRowGroups;
    private Optional<Location> silentFile = Optional.empty();

    private OutlineReader(DayRange bounds) {
        this.bounds = bounds;
    }

    /** What a day can get. */
    private record Load(int rowGroups, long rows) {

        Load plus(Load other) {
            return new Load(rowGroups + other.rowGroups, rows + other.rows);
        }
    }

    /** One table. */
    public static TableOutline table(String name, TableColumns columns, List<ParquetFile> files) {
        int rowGroups = 0;
        long rows = 0;
        long bytes = 0;
        for (ParquetFile file : files) {
            rowGroups += file.rowGroupCount();
            rows += file.rows();
            for (int rowGroup = 0; rowGroup < file.rowGroupCount(); rowGroup++) {
                bytes += file.bytes(rowGroup, columns).compressed();
            }
        }
        return new TableOutline(name, files.size(), rowGroups, rows, bytes);
    }

    /**
     * The whole input.
     *
     * @param tables its tables
     * @param pods files of pod rows
     * @param bounds days that count
     */
    public static InputOutline read(List<TableOutline> tables, List<ParquetFile> pods, DayRange bounds) {
        OutlineReader reader = new OutlineReader(bounds);
        pods.forEach(reader::addDays);
        return new InputOutline(tables, reader.days(), reader.silentRowGroups, reader.silentFile);
    }

    private void addDays(ParquetFile file) {
        for (int rowGroup = 0; rowGroup < file.rowGroupCount(); rowGroup++) {
            Optional<DayRange> days = file.days(rowGroup);
            if (days.isEmpty() || !add(days.get(), new Load(1, file.rows(rowGroup)))) {
                silentRowGroups++;
                silentFile = silentFile.or(() -> Optional.of(file.location()));
            }
        }
    }

    private boolean add(DayRange days, Load load) {
        Optional<DayRange> counting = days.within(bounds);
        if (counting.isEmpty()) {
            return true;
        }
        DayRange range = counting.get();
        if (range.isVague()) {
            return false;
        }
        for (long day = range.first(); day <= range.last(); day++) {
            loads.merge(day, load, Load::plus);
        }
        return true;
    }

    private List<DayOutline> days() {
        List<DayOutline> days = new ArrayList<>();
        loads.forEach((day, load) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            DayOutline alone = new DayOutline(date, date, load.rowGroups, load.rows);
            int end = days.size() - 1;
            if (end >= 0 && isContinued(days.get(end), alone)) {
                days.set(end, new DayOutline(days.get(end).first(), date, load.rowGroups, load.rows));
            } else {
                days.add(alone);
            }
        });
        return days;
    }

    private static boolean isContinued(DayOutline run, DayOutline day) {
        return run.last().plusDays(1).equals(day.first())
                && run.rowGroups() == day.rowGroups()
                && run.rows() == day.rows();
    }
}
