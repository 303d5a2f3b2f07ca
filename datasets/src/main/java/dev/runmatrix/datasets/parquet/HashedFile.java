// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A new file whose SHA-256 is that of the bytes handed over, not of what a disk made of them. It is on the disk when the
 * stream is closed.
 */
final class HashedFile implements OutputFile {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Path path;
    private final MessageDigest digest = sha256();
    private long bytes;

    HashedFile(Path path) {
        this.path = path;
    }

    long bytes() {
        return bytes;
    }

    /** The hash in hexadecimal; call once, after the stream is closed. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return new HashingStream(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }

    @Override
    public String getPath() {
        return path.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private final class HashingStream extends PositionOutputStream {

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

        HashingStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() {
            return bytes;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            digest.update(source, offset, length);
            bytes += length;
            int from = offset;
            int left = length;
            while (left > 0) {
                int part = Math.min(left, buffer.remaining());
                buffer.put(source, from, part);
                from += part;
                left -= part;
                if (!buffer.hasRemaining()) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                if (channel.isOpen()) {
                    flush();
                    channel.force(true);
                }
            }
        }
    }
}
