// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.Dataset;
import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.harness.DatasetInputs;
import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The datasets of a matrix: those that are not on this machine are made first, each in a JVM of its own. */
final class MeasuredData {

    private final Home home;
    private final Interruption interruption;
    private final DatasetStore store;

    MeasuredData(Home home, Interruption interruption) {
        this.home = home;
        this.interruption = interruption;
        this.store = new DatasetStore(home.datasets());
    }

    /** All datasets that a plan names, in its order. */
    List<RunInput> of(Plan plan) throws CommandFailure {
        Set<String> names = new LinkedHashSet<>();
        plan.cells().forEach(c -> c.cell().get(Axis.DATASET.key()).ifPresent(names::add));
        return of(names);
    }

    /** The datasets of these names, whole as far as can be told without reading them. */
    List<RunInput> of(Set<String> names) throws CommandFailure {
        List<RunInput> inputs = new ArrayList<>();
        try {
            for (String name : names) {
                StoredDataset dataset = stored(name);
                dataset.requireFiles();
                inputs.add(DatasetInputs.of(dataset));
            }
        } catch (DatasetException e) {
            throw DatasetCommand.failure(e);
        }
        return inputs;
    }

    private StoredDataset stored(String name) throws DatasetException, CommandFailure {
        Optional<StoredDataset> variant =
                DatasetCatalog.builtIn().names().contains(name) ? Optional.empty() : store.find(name);
        return variant.isPresent()
                ? variant.get()
                : stored(DatasetCatalog.builtIn().find(name));
    }

    private StoredDataset stored(Dataset dataset) throws DatasetException, CommandFailure {
        Optional<StoredDataset> there = store.find(dataset);
        if (there.isPresent()) {
            return there.get();
        }
        generate(dataset.name());
        return store.find(dataset)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.INTERNAL, "dataset " + dataset.name() + " was made and is not there"));
    }

    private void generate(String name) throws CommandFailure {
        try {
            Process child = ChildCommand.start(home, DatasetStore.class, List.of("dataset", "generate", name));
            interruption.stopWith(status -> child.destroy());
            int status = child.waitFor();
            interruption.stopWith(ignored -> {});
            if (status != 0) {
                throw new CommandFailure(
                        ExitCode.ofStatus(status).orElse(ExitCode.INTERNAL), "dataset " + name + " could not be made");
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, "dataset " + name + " could not be made: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.IO, "interrupted while dataset " + name + " was made");
        }
    }
}
