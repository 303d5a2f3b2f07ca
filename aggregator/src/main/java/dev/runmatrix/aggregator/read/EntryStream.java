// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.text.TextCache;
import dev.runmatrix.aggregator.text.TextIds;
import java.io.IOException;
import org.apache.parquet.format.Encoding;

/** Walks over the levels and texts of a leaf inside a map, one entry at a time. Maps are rare: it takes its time. */
final class EntryStream {

    private final PageReader pages;
    private final Leaf leaf;
    private final HybridDecoder repetitions = new HybridDecoder();
    private final HybridDecoder definitions = new HybridDecoder();
    private final HybridDecoder indexes = new HybridDecoder();
    private final TextIds texts = new TextIds();
    private final IdConversion conversion;
    private final int[] one = new int[1];
    private ValueSource source;
    private int[] entries = {};
    private boolean inDictionary;
    private int leftInPage;
    private int repetition;
    private int definition;
    private boolean hasValue;

    EntryStream(PageReader pages, Leaf leaf) {
        this.pages = pages;
        this.leaf = leaf;
        conversion = TypeTraits.isText(leaf.element())
                ? new NameConversion(new TextCache(texts), false)
                : new OnlyNulls(leaf.describe());
        source = new PlainSource(leaf.element());
    }

    /** Moves to the next entry; false at the end of the column. */
    boolean next() throws IOException {
        while (leftInPage == 0) {
            if (!pages.next()) {
                return false;
            }
            startPage();
        }
        leftInPage--;
        repetition = next(repetitions);
        definition = next(definitions);
        hasValue = leaf.isPresent(definition);
        return true;
    }

    private int next(HybridDecoder decoder) {
        decoder.read(one, 0, 1);
        return one[0];
    }

    int repetition() {
        return repetition;
    }

    int definition() {
        return definition;
    }

    boolean hasValue() {
        return hasValue;
    }

    /** The text of the entry, to be taken once if {@link #hasValue}. */
    byte[] text() {
        int id = inDictionary ? entries[next(indexes)] : source.nextId(conversion);
        return texts.text(id);
    }

    private void startPage() throws IOException {
        pages.load();
        if (pages.isDictionary()) {
            readDictionary();
            return;
        }
        leftInPage = pages.valueCount();
        int values = pages.startLevels(repetitions, definitions);
        Encoding encoding = pages.encoding();
        inDictionary = encoding == Encoding.RLE_DICTIONARY;
        if (inDictionary) {
            int width = values < pages.end() ? pages.bytes()[values] & 0xFF : 0;
            indexes.start(pages.bytes(), Math.min(values + 1, pages.end()), pages.end(), width);
        } else {
            source = encoding == Encoding.PLAIN
                    ? new PlainSource(leaf.element())
                    : new LibrarySource(leaf.element(), encoding);
            source.start(pages.bytes(), values, pages.end(), leftInPage);
        }
    }

    private void readDictionary() throws IOException {
        int count = pages.dictionarySize();
        Memory.require((long) count * Integer.BYTES, "a dictionary");
        source = new PlainSource(leaf.element());
        source.start(pages.bytes(), 0, pages.end(), count);
        entries = new int[count];
        for (int i = 0; i < count; i++) {
            entries[i] = source.nextId(conversion);
        }
    }
}
