// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.List;
import org.apache.parquet.format.SchemaElement;

/**
 * A column of a file that has values of its own.
 *
 * @param index position among the leaves, which is that of its chunk in every row group
 * @param path names of the fields around it from the outside in, and its own
 * @param element its physical and logical type
 * @param maxDefinition definition level of a value that is not null
 * @param maxRepetition number of repeated fields around it
 */
record Leaf(int index, List<String> path, SchemaElement element, int maxDefinition, int maxRepetition)
        implements Field {

    Leaf {
        path = List.copyOf(path);
    }

    /** Whether a value of this definition level is not null. */
    boolean isPresent(int definition) {
        // Unsigned: four bytes may spell a level that looks negative.
        if (Integer.compareUnsigned(definition, maxDefinition) > 0) {
            throw new MalformedException("has a definition level of " + Integer.toUnsignedString(definition) + " where "
                    + maxDefinition + " is the largest");
        }
        return definition == maxDefinition;
    }

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
