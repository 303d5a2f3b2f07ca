// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.choice.InputFacts;
import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.outline.InputOutline;
import dev.runmatrix.aggregator.outline.OutlineReader;
import dev.runmatrix.aggregator.outline.TableOutline;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.params.ParamsReader;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.storage.UnusableFileException;
import dev.runmatrix.aggregator.time.DayRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells what an aggregation would do. Reads parameters and footers, no rows, and writes nothing. */
public final class Explainer {

    private Explainer() {}

    /**
     * Explains a configuration.
     *
     * @throws InputException if an input file or the parameters cannot be used
     * @throws IOException if a file cannot be read
     */
    public static Explanation explain(AggregationConfig config) throws InputException, IOException {
        try (Storages storages = Storages.ofThisProcess()) {
            return explain(config, storages);
        }
    }

    static Explanation explain(AggregationConfig config, Storages storages) throws InputException, IOException {
        try (WorkLog log = new WorkLog()) {
            Params params = ParamsReader.read(config.params(), storages);
            return explain(
                    config,
                    Inputs.open(config, storages, Destination.of(config).file(), log),
                    new DayRange(params.firstEpochDay(), params.lastEpochDay()));
        } catch (BadInputException e) {
            throw new InputException(e.problem(), e);
        } catch (UnusableFileException e) {
            throw new InputException(e.problem(), e);
        }
    }

    private static Explanation explain(AggregationConfig config, Inputs inputs, DayRange bounds) {
        InputFacts facts = inputs.facts(true);
        Optional<Choice> choice = inputs.choice(config, true);
        AggregationConfig settings = choice.map(config::with).orElse(config);
        int threads = Execution.of(settings).threads();
        InputOutline outline = OutlineReader.read(tables(inputs), inputs.pods(), bounds);
        boolean closesDays = inputs.openDays(bounds, true).planned();
        return new Explanation(
                settings,
                choice,
                outline,
                threads,
                closesDays,
                closesDays ? facts.heldRows(threads) : facts.rows(),
                config.spill().effectiveBytes());
    }

    private static List<TableOutline> tables(Inputs inputs) {
        return List.of(
                OutlineReader.table(Table.POD_USAGE.toString(), PodColumns.TABLE, inputs.pods()),
                OutlineReader.table(Table.NODE_LABELS.toString(), LabelColumns.NODES, inputs.nodes()),
                OutlineReader.table(Table.NAMESPACE_LABELS.toString(), LabelColumns.NAMESPACES, inputs.namespaces()));
    }
}
