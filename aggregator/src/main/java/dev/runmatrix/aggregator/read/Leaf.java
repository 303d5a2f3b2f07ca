// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import org.apache.parquet.format.SchemaElement;

/**
 * A column of a file that has values of its own.
 *
 * @param index position among the leaves, which is that of its chunk in every row group
 * @param element its physical and logical type
 * @param maxDefinition definition level of a value that is not null
 * @param maxRepetition number of repeated fields around it
 */
record Leaf(int index, SchemaElement element, int maxDefinition, int maxRepetition) implements Field {

    @Override
    public String describe() {
        String logical = "";
        if (element.isSetLogicalType()) {
            logical = " " + element.getLogicalType().getSetField();
        } else if (element.isSetConverted_type()) {
            logical = " " + element.getConverted_type();
        }
        return element.getType() + logical;
    }
}
