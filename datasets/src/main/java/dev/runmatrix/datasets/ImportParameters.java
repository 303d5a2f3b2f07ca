// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.runmatrix.datasets.DatasetException.Kind;
import dev.runmatrix.datasets.nise.DayRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a summary of imported data is asked for: a file that its owner gave, or everything that was found.
 *
 * @param given the file's bytes; absent where none was given
 * @param range days of the summary
 * @param sourceUuid identity of the source, fit to be a part of paths
 */
record ImportParameters(Optional<byte[]> given, DayRange range, String sourceUuid) {

    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static ImportParameters of(ImportRequest request) throws DatasetException {
        String uuid = sourceUuid(request.name());
        return request.params().isPresent()
                ? read(request.params().get(), uuid)
                : new ImportParameters(Optional.empty(), DayRange.ALL, uuid);
    }

    /** The same for the same name, so that an import done again writes the same paths. */
    private static String sourceUuid(String name) {
        return UUID.nameUUIDFromBytes(("run-matrix dataset " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static ImportParameters read(Path file, String fallback) throws DatasetException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new DatasetException(
                        Kind.INVALID, file + ": is no file of at most " + MOST_BYTES + " bytes; see --params");
            }
            byte[] bytes = Files.readAllBytes(file);
            JsonNode json = MAPPER.readTree(bytes);
            String uuid = json.path("source_uuid").asText("");
            return new ImportParameters(
                    Optional.of(bytes),
                    new DayRange(day(json, "start_date"), day(json, "end_date")),
                    PLAIN.matcher(uuid).matches() ? uuid : fallback);
        } catch (JsonProcessingException e) {
            throw new DatasetException(Kind.INVALID, file + ": is no JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new DatasetException(Kind.INVALID, file + ": start_date or end_date is no day like 2025-10-01", e);
        } catch (IOException e) {
            throw new DatasetException(Kind.IO, file + ": cannot be read: " + Reason.of(e), e);
        }
    }

    private static Optional<LocalDate> day(JsonNode json, String key) {
        JsonNode day = json.path(key);
        return day.isTextual() ? Optional.of(LocalDate.parse(day.asText())) : Optional.empty();
    }

    /** The content of {@code params.json}. */
    byte[] content(String name, List<String> labelKeys, Optional<LocalDate> first, Optional<LocalDate> last) {
        if (given.isPresent()) {
            return given.get();
        }
        return ManifestJson.write(new SummaryParameters(
                labelKeys,
                List.of(),
                first.map(LocalDate::toString),
                last.map(LocalDate::toString),
                sourceUuid,
                name,
                name,
                1));
    }
}
