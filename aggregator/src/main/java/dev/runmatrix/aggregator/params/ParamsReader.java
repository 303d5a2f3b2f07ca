// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.params;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.storage.Location;
import dev.runmatrix.aggregator.storage.Storage;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a parameters file and reports everything that is wrong with it at once, each with line and column. It reads
 * tokens rather than binding objects: a short run should not spend its time on reflection.
 */
public final class ParamsReader {

    private static final List<String> KNOWN_KEYS = List.of(
            "enabled_keys",
            "cost_categories",
            "start_date",
            "end_date",
            "report_period_id",
            "cluster_id",
            "cluster_alias",
            "source_uuid",
            "origin");

    private final Location file;
    private final JsonParser parser;
    private final List<String> problems = new ArrayList<>();

    private final List<String> enabledKeys = new ArrayList<>();
    private final List<CostCategory> costCategories = new ArrayList<>();
    private Optional<LocalDate> startDate = Optional.empty();
    private Optional<LocalDate> endDate = Optional.empty();
    private OptionalInt reportPeriodId = OptionalInt.empty();
    private Optional<String> clusterId = Optional.empty();
    private Optional<String> clusterAlias = Optional.empty();
    private Optional<String> sourceUuid = Optional.empty();

    private ParamsReader(Location file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads the parameters; {@code BadInputException} lists all problems, one a line. */
    public static Params read(Location file, Storage storage) throws BadInputException, IOException {
        Optional<byte[]> json = storage.read(file);
        if (json.isEmpty()) {
            throw new BadInputException(file, "no such file; --params names a JSON file with enabled_keys and more");
        }
        try (JsonParser parser = new JsonFactory().createParser(json.get())) {
            return new ParamsReader(file, parser).read();
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            String at = where == null ? "" : ":" + where.getLineNr() + ":" + where.getColumnNr();
            throw new BadInputException(file + at + ": not JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        // What follows tells of a source that the parser does not keep.
        return message.split("\\R| \\(start marker", 2)[0];
    }

    private Params read() throws BadInputException, IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadInputException(file + ":1:1: expected a JSON object {\"enabled_keys\": [...], ...}");
        }
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (!seen.add(key)) {
                problem(key + " is given twice");
            }
            readKey(key);
        }
        if (parser.nextToken() != null) {
            problem("something follows the object");
        }
        checkRange();
        if (!problems.isEmpty()) {
            throw new BadInputException(String.join(System.lineSeparator(), problems));
        }
        return new Params(
                enabledKeys, costCategories, startDate, endDate, reportPeriodId, clusterId, clusterAlias, sourceUuid);
    }

    private void checkRange() {
        if (startDate.isPresent() && endDate.isPresent() && startDate.get().isAfter(endDate.get())) {
            problems.add(file + ": start_date " + startDate.get() + " is after end_date " + endDate.get());
        }
    }

    private void readKey(String key) throws IOException {
        switch (key) {
            case "enabled_keys" -> readEnabledKeys();
            case "cost_categories" -> readCostCategories();
            case "start_date" -> startDate = nextDate(key);
            case "end_date" -> endDate = nextDate(key);
            case "report_period_id" -> reportPeriodId = nextInt(key);
            case "cluster_id" -> clusterId = nextText(key);
            case "cluster_alias" -> clusterAlias = nextText(key);
            case "source_uuid" -> sourceUuid = nextText(key);
            // Where a parameters file came from; test data says so.
            case "origin" -> nextText(key);
            default -> rejectKey(key, KNOWN_KEYS);
        }
    }

    private void rejectKey(String key, List<String> known) throws IOException {
        problem("unknown key " + key + "; known keys: " + String.join(", ", known));
        parser.nextToken();
        parser.skipChildren();
    }

    private void readEnabledKeys() throws IOException {
        if (isList("enabled_keys", "a list of texts")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                text("enabled_keys").ifPresent(enabledKeys::add);
            }
        }
    }

    private void readCostCategories() throws IOException {
        if (isList("cost_categories", "a list of {\"pattern\": ..., \"id\": ...}")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                readCostCategory();
            }
        }
    }

    private boolean isList(String key, String wanted) throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_ARRAY && token != JsonToken.VALUE_NULL) {
            wrongType(key, wanted);
        }
        return token == JsonToken.START_ARRAY;
    }

    private void readCostCategory() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            wrongType("cost_categories", "a list of {\"pattern\": ..., \"id\": ...}");
            return;
        }
        Optional<String> pattern = Optional.empty();
        OptionalInt id = OptionalInt.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            switch (key) {
                case "pattern" -> pattern = nextText(key);
                case "id" -> id = nextInt(key);
                default -> rejectKey(key, List.of("pattern", "id"));
            }
        }
        if (pattern.isPresent() && id.isPresent()) {
            costCategories.add(new CostCategory(pattern.get(), id.getAsInt()));
        } else {
            problem("a cost category needs pattern and id");
        }
    }

    private Optional<LocalDate> nextDate(String key) throws IOException {
        Optional<String> text = nextText(key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            problem(key + ": " + text.orElse("") + " is not a date like 2025-11-30");
            return Optional.empty();
        }
    }

    private OptionalInt nextInt(String key) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT) {
            return OptionalInt.of(parser.getIntValue());
        }
        if (token != JsonToken.VALUE_NULL) {
            wrongType(key, "a whole number of at most 31 bits");
        }
        return OptionalInt.empty();
    }

    private Optional<String> nextText(String key) throws IOException {
        return parser.nextToken() == JsonToken.VALUE_NULL ? Optional.empty() : text(key);
    }

    private Optional<String> text(String key) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return Optional.of(parser.getText());
        }
        wrongType(key, "a text");
        return Optional.empty();
    }

    private void wrongType(String key, String wanted) throws IOException {
        problem(key + " must be " + wanted);
        parser.skipChildren();
    }

    private void problem(String what) {
        var where = parser.currentTokenLocation();
        problems.add(file + ":" + where.getLineNr() + ":" + where.getColumnNr() + ": " + what);
    }
}
