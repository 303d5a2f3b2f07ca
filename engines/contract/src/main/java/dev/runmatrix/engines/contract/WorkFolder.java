// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import dev.runmatrix.aggregator.OutputExistsException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hidden folder beside an output on this machine: for the output until it is whole, and for whatever else an engine
 * puts aside. It goes away with {@link #close}, or when the process is told to end; what a killed process left is removed
 * by the next one that writes the same output.
 */
public final class WorkFolder implements Closeable {

    private static final String SUFFIX = ".tmp";

    private final Path output;
    private final boolean replace;
    private final Path folder;
    private final Thread remover;

    private WorkFolder(Path output, boolean replace, Path folder) {
        this.output = output;
        this.replace = replace;
        this.folder = folder;
        remover = new Thread(() -> removeQuietly(folder), "remove-work-folder");
    }

    /**
     * Makes the folder, and so sees to it before anything is read that the output can be written.
     *
     * @param named where the output goes, which appears by {@link #commit} alone
     * @param replace whether something that is there already is to be replaced
     */
    public static WorkFolder beside(Path named, boolean replace) throws IOException {
        // A link stays, and what it leads to is replaced.
        Path output = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
        requireFree(output, replace);
        Path parent = parentOf(output);
        if (!Files.isDirectory(parent)) {
            throw new IOException(named + ": its directory does not exist; create it first");
        }
        String prefix = "." + output.getFileName() + ".";
        Path folder = parent.resolve(
                prefix + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + SUFFIX);
        try {
            removeStale(parent, prefix);
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw unwritable(named, e);
        }
        WorkFolder work = new WorkFolder(output, replace, folder);
        Runtime.getRuntime().addShutdownHook(work.remover);
        return work;
    }

    /** What to tell where an output cannot be written. */
    public static IOException unwritable(Path output, IOException cause) {
        String why = cause instanceof AccessDeniedException ? "permission denied" : String.valueOf(cause.getMessage());
        return new IOException(output + ": cannot be written: " + why, cause);
    }

    private static void requireFree(Path output, boolean replace) throws IOException {
        if (Files.isDirectory(output) && OutputForm.of(output.toString()) != OutputForm.FOLDER) {
            throw new IOException(output + ": is a directory; name a file in it");
        }
        if (Files.isRegularFile(output) && OutputForm.of(output.toString()) == OutputForm.FOLDER) {
            throw new IOException(output + ": is a file; name a folder, or a file that ends in .csv or .parquet");
        }
        if (Files.exists(output) && !replace) {
            throw new OutputExistsException(output);
        }
    }

    private static Path parentOf(Path output) {
        Path parent = output.getParent();
        return parent == null ? output : parent;
    }

    private static void removeStale(Path parent, String prefix) throws IOException {
        DirectoryStream.Filter<Path> ours = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(prefix) && name.endsWith(SUFFIX) && Files.isDirectory(path);
        };
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(parent, ours)) {
            for (Path candidate : candidates) {
                if (isStale(candidate.getFileName().toString().substring(prefix.length()))) {
                    remove(candidate);
                }
            }
        }
    }

    private static boolean isStale(String processAndTime) {
        String process = processAndTime.split("-", 2)[0];
        try {
            return ProcessHandle.of(Long.parseLong(process)).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /**
     * Makes the output appear.
     *
     * @param made a file or folder within this folder, finished and closed
     */
    public void commit(Path made) throws IOException {
        requireFree(output, replace);
        try {
            sync(made);
            if (Files.isDirectory(output)) {
                // A folder with content cannot be replaced in one step; the old one steps aside first.
                Files.move(output, folder.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(made, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncOne(parentOf(output));
        } catch (IOException e) {
            throw unwritable(output, e);
        }
    }

    private static void sync(Path made) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(made)) {
            all = walk.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path each : all) {
            syncOne(each);
        }
    }

    private static void syncOne(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        remove(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(remover);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook finds nothing left.
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException e) {
            // Gone already.
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** At the end of the process nobody is left to be told. Threads still at work may add files, hence once more. */
    private static void removeQuietly(Path folder) {
        for (int attempt = 0; attempt < 10 && Files.exists(folder); attempt++) {
            try {
                remove(folder);
            } catch (IOException e) {
                // Tried again; the next run removes what is left.
            }
        }
    }
}
