// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.text.CanonicalJson;
import dev.runmatrix.aggregator.text.TextCache;
import dev.runmatrix.aggregator.text.Utf8;
import java.io.IOException;

/** Reads a column of maps as the JSON text that says the same, so that maps and texts end as the same label sets. */
final class MapReader implements IdReader {

    private final MapField field;
    private final EntryStream keys;
    private final EntryStream values;
    private final TextCache labels;
    private final int nullId;
    private long rowsLeft;
    private boolean began;
    private boolean ended;

    MapReader(MapField field, long rows, EntryStream keys, EntryStream values, TextCache labels, int nullId) {
        this.field = field;
        rowsLeft = rows;
        this.keys = keys;
        this.values = values;
        this.labels = labels;
        this.nullId = nullId;
    }

    @Override
    public void readInto(int[] target, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            target[i] = nextRow();
        }
    }

    @Override
    public void skip(long count, int[] scratch) throws IOException {
        for (long i = 0; i < count; i++) {
            nextRow();
        }
    }

    private int nextRow() throws IOException {
        if (!began) {
            began = true;
            moveOn();
        }
        if (ended) {
            throw new MalformedException("has fewer values than its row group has rows");
        }
        boolean isNull = keys.definition() < field.mapDefinition();
        StringBuilder json = new StringBuilder("{");
        do {
            if (keys.hasValue()) {
                appendEntry(json);
            }
            moveOn();
        } while (!ended && keys.repetition() > 0);
        if (--rowsLeft == 0 && !ended) {
            throw new MalformedException("has more values than its row group has rows");
        }
        byte[] text = Utf8.toBytes(json.append('}').toString());
        return isNull ? nullId : labels.idOf(text, 0, text.length);
    }

    private void appendEntry(StringBuilder json) {
        if (json.length() > 1) {
            json.append(',');
        }
        CanonicalJson.appendString(json, Utf8.toText(keys.text()));
        json.append(':');
        if (values.hasValue()) {
            CanonicalJson.appendString(json, Utf8.toText(values.text()));
        } else {
            json.append("null");
        }
    }

    private void moveOn() throws IOException {
        ended = !keys.next();
        if (ended == values.next()) {
            throw new MalformedException("has keys and values of different number");
        }
        if (!ended && (keys.repetition() != values.repetition() || entryLevel(keys) != entryLevel(values))) {
            throw new MalformedException("has keys and values of different rows");
        }
    }

    /** How much is there of the map and its entry, whatever the definition level says beyond that. */
    private int entryLevel(EntryStream stream) {
        return Math.min(stream.definition(), field.mapDefinition() + 1);
    }
}
