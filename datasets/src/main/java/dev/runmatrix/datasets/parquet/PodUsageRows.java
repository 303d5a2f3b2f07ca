// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.content.Capacity;
import dev.runmatrix.datasets.content.Measure;
import dev.runmatrix.datasets.content.PodHour;
import dev.runmatrix.datasets.content.Randomness;
import dev.runmatrix.datasets.content.Tally;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.Layout;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** Rows of pod usage, counted as they are written. */
final class PodUsageRows implements Rows {

    private static final Binary EMPTY = Texts.encoded("");

    private final Layout layout;
    private final Places places;
    private final Times times;
    private final Texts texts;
    private final Capacity capacity;
    private final PodHour row;
    private final Tally tally;

    private int day;
    private int place;

    PodUsageRows(DatasetParameters parameters, Texts texts) {
        this.layout = parameters.layout();
        this.places = new Places(parameters.pods(), parameters.order());
        this.times = new Times(parameters);
        this.texts = texts;
        this.capacity = new Capacity(parameters, new Randomness(parameters.seed()));
        this.row = new PodHour(parameters);
        this.tally = new Tally(parameters);
    }

    @Override
    public MessageType schema() {
        return Schemas.of(Table.POD_USAGE, layout);
    }

    @Override
    public boolean moveTo(int day, int place) {
        this.day = day;
        this.place = place;
        return row.moveTo(places.subject(place), day, places.hour(place));
    }

    @Override
    public void writeTo(Fields fields) {
        tally.add(row);
        times.write(fields, day, row.hourOfDay());
        fields.text(texts.pods[row.pod()]);
        fields.text(texts.namespaces[row.namespace()]);
        node(fields);
        fields.text(texts.resourceIds[row.node()]);
        for (Measure measure : Schemas.REPORTED) {
            fields.number(row.get(measure));
        }
        capacity(fields);
        labels(fields);
        if (layout == Layout.POC) {
            fields.whole(place);
            return;
        }
        for (Measure measure : Schemas.ADDED) {
            fields.number(row.get(measure));
        }
    }

    private void node(Fields fields) {
        if (!row.isNodeBlank()) {
            fields.text(texts.nodes[row.node()]);
        } else if (layout == Layout.KOKU) {
            fields.text(EMPTY);
        } else {
            fields.none();
        }
    }

    private void capacity(Fields fields) {
        capacity(fields, capacity.cores(row.node()));
        capacity(fields, capacity.coreSeconds(row.node()));
        capacity(fields, capacity.bytes(row.node()));
        capacity(fields, capacity.byteSeconds(row.node()));
    }

    private void capacity(Fields fields, long value) {
        if (layout == Layout.POC) {
            fields.whole(value);
        } else {
            fields.number((double) value);
        }
    }

    private void labels(Fields fields) {
        switch (row.labelState()) {
            case WHOLE -> fields.text(texts.podLabels[row.pod()]);
            case NULL -> fields.none();
            case DAMAGED -> fields.text(Texts.encoded(row.damagedLabels()));
        }
    }

    Tally tally() {
        return tally;
    }
}
