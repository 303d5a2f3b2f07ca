// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: it is written beside its place under a hidden name, synced, then renamed.
 * The hidden name holds the process, so that what a killed process left behind can be told from what is being written.
 */
public final class TemporaryFile implements SummarySink {

    private static final String SUFFIX = ".tmp";
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream stream;

    private TemporaryFile(Path target, Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // For the end by a signal, at which nobody closes anything.
        temporary.toFile().deleteOnExit();
        stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    /** Begins a file, after removing what dead processes left of it. */
    public static TemporaryFile create(Path named) throws IOException {
        // A link stays, and the file that it leads to is replaced: so would any program do that writes through it.
        Path target = Files.exists(named) ? named.toRealPath() : named;
        Path directory = directoryOf(target);
        String prefix = "." + target.getFileName() + ".";
        removeStale(directory, prefix);
        String name = prefix + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + SUFFIX;
        return new TemporaryFile(target, directory.resolve(name));
    }

    private static Path directoryOf(Path target) {
        Path directory = target.toAbsolutePath().getParent();
        return directory == null ? target.toAbsolutePath() : directory;
    }

    private static void removeStale(Path directory, String prefix) throws IOException {
        DirectoryStream.Filter<Path> ours = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(prefix) && name.endsWith(SUFFIX);
        };
        try (DirectoryStream<Path> candidates = Files.newDirectoryStream(directory, ours)) {
            for (Path candidate : candidates) {
                if (isStale(candidate.getFileName().toString().substring(prefix.length()))) {
                    Files.deleteIfExists(candidate);
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

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public void cover(int epochDay) {
        // A file is replaced whole, whatever days it tells about.
    }

    @Override
    public void commit() throws IOException {
        stream.flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(directoryOf(target), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
