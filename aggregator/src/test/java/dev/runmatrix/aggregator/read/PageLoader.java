// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.column.IdColumn;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.storage.OpenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Does to the pages of a table what must be done before any value is decoded, and nothing else. Belongs to one thread. */
public final class PageLoader {

    private final TableColumns table;
    private final boolean decompress;
    private final SharedBuffer compressed = new SharedBuffer();
    private final SharedBuffer page = new SharedBuffer();

    /** A loader that reads pages, and decompresses them if it is told so. */
    public PageLoader(TableColumns table, boolean decompress) {
        this.table = table;
        this.decompress = decompress;
    }

    /** Loads the pages that hold the columns of the table; their sizes are returned. */
    public long load(ParquetFile file, int rowGroup) throws IOException {
        long bytes = 0;
        try (OpenFile opened = file.open()) {
            for (Leaf leaf : leaves(file)) {
                Chunk chunk = file.rowGroup(rowGroup).chunks().get(leaf.index());
                ChunkInput input = new ChunkInput(compressed, opened, chunk);
                bytes += decompress ? decompress(new PageReader(input, chunk, leaf, page)) : read(input);
            }
        }
        return bytes;
    }

    private List<Leaf> leaves(ParquetFile file) {
        List<Leaf> leaves = new ArrayList<>();
        table.ids().stream().map(IdColumn::name).forEach(name -> addLeaf(file, name, leaves));
        table.numbers().forEach(name -> addLeaf(file, name, leaves));
        return leaves;
    }

    private static void addLeaf(ParquetFile file, String name, List<Leaf> leaves) {
        if (file.schema().fields().get(name) instanceof Leaf leaf) {
            leaves.add(leaf);
        }
    }

    private static long read(ChunkInput input) throws IOException {
        long bytes = 0;
        while (input.remaining() > 0) {
            bytes += input.readHeader().getCompressed_page_size();
            input.loadBody();
        }
        return bytes;
    }

    private static long decompress(PageReader pages) throws IOException {
        long bytes = 0;
        while (pages.next()) {
            pages.load();
            bytes += pages.end();
        }
        return bytes;
    }
}
