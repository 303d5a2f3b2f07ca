// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/** Turns the flat list of a footer's schema into top-level fields. */
final class SchemaReader {

    private static final int DEEPEST = 64;

    private final List<SchemaElement> elements;
    private final List<Leaf> leaves = new ArrayList<>();
    private int next;

    private SchemaReader(List<SchemaElement> elements) {
        this.elements = elements;
    }

    /** Reads a schema. */
    static FileSchema read(List<SchemaElement> elements) {
        return new SchemaReader(elements).read();
    }

    private FileSchema read() {
        SchemaElement root = take();
        Map<String, Field> fields = new HashMap<>();
        for (int i = 0; i < root.getNum_children(); i++) {
            String name = elements.get(Math.min(next, elements.size() - 1)).getName();
            if (fields.put(name, readField(Path.ROOT)) != null) {
                throw new MalformedException("two columns are named " + name);
            }
        }
        if (next != elements.size()) {
            throw new MalformedException("the schema does not add up");
        }
        return new FileSchema(fields, leaves);
    }

    private Field readField(Path parent) {
        SchemaElement element = take();
        if (!element.isSetRepetition_type()) {
            throw new MalformedException("column " + element.getName() + " has no repetition");
        }
        Path here = parent.into(element);
        if (isLeaf(element)) {
            TypeTraits.requireSoundDecimal(element);
            Leaf leaf = new Leaf(leaves.size(), here.names, element, here.definition, here.repetition);
            leaves.add(leaf);
            return here.repetition == 0 ? leaf : new NestedField();
        }
        int firstLeaf = leaves.size();
        List<SchemaElement> inside = new ArrayList<>();
        for (int i = 0; i < element.getNum_children(); i++) {
            inside.add(elements.get(Math.min(next, elements.size() - 1)));
            readField(here);
        }
        return asMap(element, here, inside, firstLeaf);
    }

    private Field asMap(SchemaElement element, Path here, List<SchemaElement> inside, int firstLeaf) {
        boolean isMap = (element.isSetLogicalType() && element.getLogicalType().isSetMAP())
                || element.getConverted_type() == ConvertedType.MAP
                || element.getConverted_type() == ConvertedType.MAP_KEY_VALUE;
        boolean ofEntries = inside.size() == 1
                && inside.get(0).getNum_children() == 2
                && inside.get(0).getRepetition_type() == FieldRepetitionType.REPEATED
                && leaves.size() == firstLeaf + 2;
        if (!isMap || !ofEntries || here.repetition != 0) {
            return new NestedField();
        }
        Leaf key = leaves.get(firstLeaf);
        Leaf value = leaves.get(firstLeaf + 1);
        boolean flat = key.maxRepetition() == 1 && value.maxRepetition() == 1;
        return flat ? new MapField(here.definition, key, value) : new NestedField();
    }

    private static boolean isLeaf(SchemaElement element) {
        return element.isSetType() && element.getNum_children() == 0;
    }

    private SchemaElement take() {
        if (next >= elements.size()) {
            throw new MalformedException("the schema ends early");
        }
        return elements.get(next++);
    }

    /** Levels and names on the way from the root. */
    private record Path(int definition, int repetition, List<String> names) {

        static final Path ROOT = new Path(0, 0, List.of());

        Path into(SchemaElement element) {
            if (names.size() >= DEEPEST) {
                throw new MalformedException("the schema is nested more than " + DEEPEST + " levels deep");
            }
            boolean repeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
            boolean optional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
            List<String> inside = new ArrayList<>(names);
            inside.add(element.getName());
            return new Path(definition + (repeated || optional ? 1 : 0), repetition + (repeated ? 1 : 0), inside);
        }
    }
}
