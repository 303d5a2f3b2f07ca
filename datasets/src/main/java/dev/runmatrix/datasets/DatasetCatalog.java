// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.parameters.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The datasets that have a name, in the order of the catalogue file: from small to large. */
public final class DatasetCatalog {

    private static final String BUILT_IN = "catalog.yaml";

    private final List<Dataset> datasets;

    private DatasetCatalog(List<Dataset> datasets) {
        this.datasets = List.copyOf(datasets);
    }

    /** The catalogue that comes with the program. */
    public static DatasetCatalog builtIn() {
        try (InputStream in = DatasetCatalog.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException(BUILT_IN + " is missing from this build");
            }
            return read(BUILT_IN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DatasetException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param file what problems are reported against
     * @param yaml its text
     * @throws DatasetException with all problems, each with its line
     */
    public static DatasetCatalog read(String file, String yaml) throws DatasetException {
        return new DatasetCatalog(new CatalogFile(file).read(yaml));
    }

    public List<Dataset> datasets() {
        return datasets;
    }

    public List<String> names() {
        return datasets.stream().map(Dataset::name).toList();
    }

    /**
     * The dataset of this name, which may be a variant such as {@code tiny+layout-koku}.
     *
     * @throws DatasetException if there is none, with the nearest name; or if the variant's settings make no sense
     */
    public Dataset find(String name) throws DatasetException {
        int variant = name.indexOf(Dataset.VARIANT);
        Dataset base = named(variant < 0 ? name : name.substring(0, variant));
        return variant < 0 ? base : base.with(Dataset.settingsIn(name.substring(variant + 1)));
    }

    private Dataset named(String name) throws DatasetException {
        Optional<Dataset> found =
                datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        List<String> names = new ArrayList<>(names());
        throw new DatasetException(
                Kind.UNKNOWN,
                "no dataset is named '" + name + "'" + Suggestion.clause(name, names) + " Known: "
                        + String.join(", ", names));
    }
}
