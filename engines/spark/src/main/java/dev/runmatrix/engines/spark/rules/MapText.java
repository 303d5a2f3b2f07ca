// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.rules;

import dev.runmatrix.aggregator.text.CanonicalJson;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.collection.Seq;

/** The JSON text that says the same as the entries of a map, in their order, so that maps and texts end as the same labels. */
public final class MapText implements UDF1<Seq<Row>, String> {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable String call(@Nullable Seq<Row> entries) {
        if (entries == null) {
            return null;
        }
        StringBuilder json = new StringBuilder("{");
        for (Iterator<Row> each = entries.iterator(); each.hasNext(); ) {
            append(json, each.next());
        }
        return json.append('}').toString();
    }

    private static void append(StringBuilder json, Row entry) {
        if (json.length() > 1) {
            json.append(',');
        }
        CanonicalJson.appendString(json, entry.getString(0));
        json.append(':');
        if (entry.isNullAt(1)) {
            json.append("null");
        } else {
            CanonicalJson.appendString(json, entry.getString(1));
        }
    }
}
