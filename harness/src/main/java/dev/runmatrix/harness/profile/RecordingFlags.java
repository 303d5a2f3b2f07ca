// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The argument that makes a JVM record itself, and the folder in which it leaves its recording. */
public final class RecordingFlags implements AutoCloseable {

    /** Time between two samples of a thread, as the settings have it. */
    public static final int PERIOD_MILLIS = 10;

    private static final String SETTINGS = "profile.jfc";
    private static final String RECORDINGS = "*.jfr";
    private static final String MOST_BYTES = "32m";

    private final Path kept;
    private final Path folder;

    private RecordingFlags(Path kept, Path folder) {
        this.kept = kept;
        this.folder = folder;
    }

    /**
     * Prepares recordings that are kept in a folder, and removes those of an earlier profile from it.
     *
     * @param kept an existing folder
     */
    public static RecordingFlags prepare(Path kept) throws IOException {
        removeRecordings(kept);
        // The JVM writes into a folder of its own choice of names; commas and spaces would end the argument early.
        boolean plain = kept.toAbsolutePath().toString().matches("[\\w./~+@%=:-]*");
        Path folder =
                plain ? Files.createDirectories(kept.resolve("recording")) : Files.createTempDirectory("recording");
        removeRecordings(folder);
        try (InputStream in = Objects.requireNonNull(RecordingFlags.class.getResourceAsStream(SETTINGS), SETTINGS)) {
            Files.copy(in, folder.resolve(SETTINGS), StandardCopyOption.REPLACE_EXISTING);
        }
        return new RecordingFlags(kept, folder.toAbsolutePath());
    }

    /** The argument. */
    public String argument() {
        return "-XX:StartFlightRecording=filename=" + folder + ",settings=" + folder.resolve(SETTINGS) + ",maxsize="
                + MOST_BYTES + ",dumponexit=true";
    }

    /** Takes what was recorded since the last call, and keeps it by a name. */
    public List<Path> take(String name) throws IOException {
        List<Path> taken = new ArrayList<>();
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, RECORDINGS)) {
            for (Path recording : recordings) {
                if (Files.size(recording) > 0) {
                    String number = taken.isEmpty() ? "" : "-" + (taken.size() + 1);
                    taken.add(Files.move(recording, kept.resolve(name + number + ".jfr")));
                }
            }
        }
        return taken;
    }

    /** Removes the folder. */
    @Override
    public void close() throws IOException {
        removeRecordings(folder);
        Files.deleteIfExists(folder.resolve(SETTINGS));
        Files.deleteIfExists(folder);
    }

    private static void removeRecordings(Path folder) throws IOException {
        try (DirectoryStream<Path> recordings = Files.newDirectoryStream(folder, RECORDINGS)) {
            for (Path recording : recordings) {
                Files.delete(recording);
            }
        }
    }
}
