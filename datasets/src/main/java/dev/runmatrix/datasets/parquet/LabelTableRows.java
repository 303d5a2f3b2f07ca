// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

import dev.runmatrix.datasets.content.Placement;
import dev.runmatrix.datasets.parameters.DatasetParameters;
import dev.runmatrix.datasets.parameters.LabelRows;
import dev.runmatrix.datasets.parameters.Layout;
import java.util.function.IntUnaryOperator;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;

/** Rows of the labels of nodes or of namespaces. */
final class LabelTableRows implements Rows {

    private final Table table;
    private final Layout layout;
    private final Times times;
    private final Places places;
    private final IntUnaryOperator owner;
    private final Binary[] names;
    private final Binary[] labels;

    private int day;
    private int place;

    LabelTableRows(Table table, DatasetParameters parameters, Texts texts) {
        boolean nodes = table == Table.NODE_LABELS;
        boolean perPod = parameters.labelRows() == LabelRows.PER_POD;
        Placement placement = new Placement(parameters);
        this.table = table;
        this.layout = parameters.layout();
        this.times = new Times(parameters);
        this.names = nodes ? texts.nodes : texts.namespaces;
        this.labels = nodes ? texts.nodeLabels : texts.namespaceLabels;
        this.places = new Places(perPod ? parameters.pods() : names.length, parameters.order());
        IntUnaryOperator ofPod = nodes ? placement::nodeOf : placement::namespaceOf;
        this.owner = perPod ? ofPod : IntUnaryOperator.identity();
    }

    @Override
    public MessageType schema() {
        return Schemas.of(table, layout);
    }

    @Override
    public boolean moveTo(int day, int place) {
        this.day = day;
        this.place = place;
        return true;
    }

    @Override
    public void writeTo(Fields fields) {
        int subject = owner.applyAsInt(places.subject(place));
        times.write(fields, day, places.hour(place));
        fields.text(names[subject]);
        fields.text(labels[subject]);
        if (layout == Layout.POC) {
            fields.whole(place);
        }
    }
}
