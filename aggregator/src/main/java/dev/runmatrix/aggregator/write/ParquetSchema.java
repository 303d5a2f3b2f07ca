// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;

/** The schema of the output file. */
final class ParquetSchema {

    private ParquetSchema() {}

    static List<SchemaElement> of(List<OutputColumn> columns) {
        List<SchemaElement> elements = new ArrayList<>();
        SchemaElement root = new SchemaElement("summary");
        root.setNum_children(columns.size());
        elements.add(root);
        columns.forEach(column -> elements.add(element(column)));
        return elements;
    }

    static Type type(OutputColumn column) {
        return switch (column.content()) {
            case CONSTANT_TEXT, NULL_TEXT, TEXT -> Type.BYTE_ARRAY;
            case CONSTANT_INTEGER, INTEGER, DAY -> Type.INT32;
            case NULL_NUMBER, NUMBER -> Type.DOUBLE;
        };
    }

    private static SchemaElement element(OutputColumn column) {
        SchemaElement element = new SchemaElement(column.name());
        element.setType(type(column));
        element.setRepetition_type(FieldRepetitionType.OPTIONAL);
        if (type(column) == Type.BYTE_ARRAY) {
            element.setConverted_type(ConvertedType.UTF8);
            element.setLogicalType(LogicalType.STRING(new StringType()));
        } else if (column.content() == OutputColumn.Content.DAY) {
            element.setConverted_type(ConvertedType.DATE);
            element.setLogicalType(LogicalType.DATE(new DateType()));
        }
        return element;
    }
}
