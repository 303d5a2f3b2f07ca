// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DatasetException.Kind;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of imported datasets: such that no path, no axis and no variant is made of them. */
public final class ImportNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");
    private static final String FALLBACK = "imported";

    private ImportNames() {}

    /** The name of a folder or address as one of a dataset. */
    public static String of(String place) {
        Path last =
                Path.of(place.replace('\0', '-')).toAbsolutePath().normalize().getFileName();
        String name = (last == null ? FALLBACK : last.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("(\\.csv)?(\\.gz)?$", "")
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[._-]+", "");
        String shortened = name.substring(0, Math.min(60, name.length()));
        return shortened.isEmpty() ? FALLBACK : shortened;
    }

    /**
     * Refuses a name.
     *
     * @throws DatasetException unless an imported dataset may have it
     */
    static void require(String name) throws DatasetException {
        if (!NAME.matcher(name).matches()) {
            throw new DatasetException(
                    Kind.INVALID,
                    "'" + name + "' is no name for a dataset: use at most 60 small letters, digits, '.', '_' and '-',"
                            + " the first of them a letter or digit; --name gives another");
        }
        if (DatasetCatalog.builtIn().names().contains(name)) {
            throw new DatasetException(
                    Kind.INVALID, "'" + name + "' is a dataset of the catalogue; give another name with --name");
        }
    }
}
