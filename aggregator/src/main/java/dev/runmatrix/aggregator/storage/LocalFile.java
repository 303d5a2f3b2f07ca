// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of this machine. Reading ahead is left to the operating system. */
public final class LocalFile implements StoredFile {

    private final Path path;

    public LocalFile(Path path) {
        this.path = path;
    }

    @Override
    public Location location() {
        return Location.of(path);
    }

    @Override
    public OpenFile open() throws IOException {
        return new OpenChannel(FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public boolean isFar() {
        return false;
    }

    @Override
    public void expect(List<ByteRange> ranges) {
        // The operating system sees what is read.
    }

    @Override
    public void expectEnd(long bytes) {
        // The same.
    }

    private static final class OpenChannel implements OpenFile {

        private final FileChannel channel;

        OpenChannel(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long sizeBytes() throws IOException {
            return channel.size();
        }

        @Override
        public int read(ByteBuffer into, long position) throws IOException {
            return channel.read(into, position);
        }

        @Override
        public void expect(List<ByteRange> ranges) {
            // The operating system sees what is read.
        }

        @Override
        public void passed(long start, long end) {
            // Nothing is kept.
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
