// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file of which only the end is at hand, in memory. */
final class TailFile implements InputFile {

    private final long length;
    private final byte[] tail;

    TailFile(long length, byte[] tail) {
        this.length = length;
        this.tail = tail.clone();
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() {
        return new TailStream(new TailBytes(tail), length - tail.length);
    }

    private static final class TailBytes extends ByteArrayInputStream {

        TailBytes(byte[] tail) {
            super(tail);
        }

        int position() {
            return pos;
        }

        void moveTo(int position) {
            pos = position;
        }
    }

    private static final class TailStream extends DelegatingSeekableInputStream {

        private final TailBytes bytes;
        private final long start;

        TailStream(TailBytes bytes, long start) {
            super(bytes);
            this.bytes = bytes;
            this.start = start;
        }

        @Override
        public long getPos() {
            return start + bytes.position();
        }

        @Override
        public void seek(long position) throws IOException {
            if (position < start) {
                throw new IOException("only the end of the file is at hand");
            }
            bytes.moveTo(Math.toIntExact(position - start));
        }
    }
}
