// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.column.IdKind;
import dev.runmatrix.aggregator.text.TextCache;
import dev.runmatrix.aggregator.time.Instants;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** Chooses how the values of a column are read, by its type. Belongs to one thread, whose caches it holds. */
final class Conversions {

    private final Vocabulary vocabulary;
    private final TextCache names;
    private final TextCache labels;
    private final TextCache instantTexts;

    Conversions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        names = new TextCache(vocabulary.names());
        labels = new TextCache(vocabulary.labels());
        instantTexts = new TextCache(vocabulary.instantTexts());
    }

    TextCache labels() {
        return labels;
    }

    int nullId(IdKind kind) {
        return switch (kind) {
            case INSTANT -> Instants.BAD;
            case NAME -> vocabulary.nullName();
            case LABELS -> vocabulary.nullLabels();
        };
    }

    IdConversion ofIds(IdKind kind, Leaf leaf) {
        SchemaElement element = leaf.element();
        boolean text = TypeTraits.isText(element);
        return switch (kind) {
            case INSTANT -> ofInstants(leaf);
            case NAME ->
                text || TypeTraits.isInteger(element)
                        ? new NameConversion(names, TypeTraits.isUnsigned(element))
                        : new OnlyNulls(leaf.describe());
            case LABELS -> text ? new NameConversion(labels, false) : new OnlyNulls(leaf.describe());
        };
    }

    private IdConversion ofInstants(Leaf leaf) {
        SchemaElement element = leaf.element();
        long units = TypeTraits.unitsOfSecond(element);
        boolean isInt96 = element.getType() == Type.INT96;
        if (units > 0 || isInt96 || TypeTraits.isDate(element) || TypeTraits.isText(element)) {
            return new InstantConversion(vocabulary.instants(), instantTexts, units, isInt96);
        }
        return new OnlyNulls(leaf.describe());
    }

    static NumberConversion ofNumbers(Leaf leaf) {
        SchemaElement element = leaf.element();
        boolean binary = element.getType() == Type.FLOAT || element.getType() == Type.DOUBLE;
        if (binary || TypeTraits.isInteger(element)) {
            return new IntegerConversion(TypeTraits.isUnsigned(element));
        }
        return TypeTraits.isDecimal(element)
                ? new DecimalConversion(TypeTraits.scale(element))
                : new NoNumber(leaf.describe());
    }
}
