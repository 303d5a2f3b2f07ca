// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.storage.OpenFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.format.PageHeader;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/**
 * Reads page headers and page bodies of a column chunk. It keeps its place in the file, not the bytes: those are in a
 * buffer that all columns of a thread share, so that what is compressed stays in the processor's cache until it is
 * decompressed.
 */
final class ChunkInput {

    private static final int FIRST_READ = 16 << 10;
    private static final int LARGEST_HEADER = 64 << 20;
    private static final int HEADER_ROOM = 256;
    private static final int DEEPEST_HEADER = 16;

    private final SharedBuffer buffer;
    private final OpenFile file;
    private final long end;
    private long position;
    private long expected = FIRST_READ;
    private int headerLength;
    private int bodyLength;
    private int held;

    ChunkInput(SharedBuffer buffer, OpenFile file, Chunk chunk) {
        this.buffer = buffer;
        this.file = file;
        position = chunk.start();
        end = chunk.start() + chunk.length();
    }

    /** Bytes after the page whose header was read last. */
    long remaining() {
        return end - position;
    }

    /** Reads the next page's header. */
    PageHeader readHeader() throws IOException {
        held = 0;
        long wanted = Math.min(expected, remaining());
        while (true) {
            fill((int) wanted);
            ByteArrayInputStream bytes = new ByteArrayInputStream(buffer.bytes(), 0, held);
            try {
                PageHeader header = parse(bytes);
                return accept(header, held - bytes.available());
            } catch (TTransportException e) {
                // The header goes on behind what was read, as long minimum and maximum values make it do.
                if (held == remaining() || held >= LARGEST_HEADER) {
                    throw new MalformedException("a page has no readable header: " + e.getMessage());
                }
                wanted = Math.min(remaining(), wanted * 4);
            } catch (TException e) {
                throw new MalformedException("a page has no readable header: " + e.getMessage());
            }
        }
    }

    private PageHeader parse(ByteArrayInputStream bytes) throws TException {
        int most = (int) Math.min(remaining(), LARGEST_HEADER);
        TConfiguration bounds = new TConfiguration(most, most, DEEPEST_HEADER);
        PageHeader header = new PageHeader();
        header.read(new TCompactProtocol(new TIOStreamTransport(bounds, bytes)));
        return header;
    }

    private PageHeader accept(PageHeader header, int length) {
        headerLength = length;
        bodyLength = header.getCompressed_page_size();
        if (bodyLength < 0 || bodyLength > remaining() - headerLength) {
            throw new MalformedException("a page of " + bodyLength + " bytes is longer than its column");
        }
        expected = Math.max(FIRST_READ, (long) headerLength + bodyLength + HEADER_ROOM);
        return header;
    }

    /** Reads the body of the page whose header was read last and moves past it; the bytes are at the returned place. */
    int loadBody() throws IOException {
        int from = headerLength;
        fill(headerLength + bodyLength);
        buffer.countRead(headerLength + bodyLength);
        skipBody();
        return from;
    }

    /** The shared buffer. */
    byte[] bytes() {
        return buffer.bytes();
    }

    /** Moves past the page whose header was read last. */
    void skipBody() {
        long next = position + headerLength + bodyLength;
        file.passed(position, next);
        position = next;
        headerLength = 0;
        bodyLength = 0;
        held = 0;
    }

    private void fill(int wanted) throws IOException {
        if (wanted <= held) {
            return;
        }
        long begin = System.nanoTime();
        ByteBuffer into = ByteBuffer.wrap(buffer.ensure(wanted, held), held, wanted - held);
        while (into.hasRemaining()) {
            if (file.read(into, position + into.position()) < 0) {
                throw new MalformedException("the file became shorter while it was read");
            }
        }
        held = wanted;
        buffer.countTime(System.nanoTime() - begin);
    }
}
