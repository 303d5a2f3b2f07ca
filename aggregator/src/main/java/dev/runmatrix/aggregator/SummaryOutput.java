// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummaryFormat.EncodedPiece;
import dev.runmatrix.aggregator.write.SummaryFormat.Piece;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the summaries of days in the order of the days, whatever the order in which they are finished. Days are gathered
 * into parts by the number of their rows alone, which no schedule changes. Any thread may bring a day; who completes a
 * part encodes it while others go on.
 */
final class SummaryOutput {

    private static final int PART_ROWS = 1 << 16;

    private final SummaryFormat format;
    private final SummarySink sink;
    private final NavigableSet<Integer> awaited = new TreeSet<>();
    private final NavigableMap<Integer, DaySummary> waiting = new TreeMap<>();
    private final Map<Integer, List<EncodedPiece>> encoded = new HashMap<>();
    private final List<DaySummary> pending = new ArrayList<>();
    private int pendingRows;
    private int partsCut;
    private int partsWritten;
    private long rows;

    SummaryOutput(SummaryFormat format, SummarySink sink) {
        this.format = format;
        this.sink = sink;
    }

    /** Begins the output; {@code days} are the ones that will be brought while others are still being read. */
    void begin(List<Integer> days) throws IOException {
        try {
            format.begin(sink.stream());
        } catch (IOException e) {
            throw new OutputException(e);
        }
        awaited.addAll(days);
    }

    /** Some consecutive days that are encoded together. */
    private record Part(int number, List<Piece> pieces) {}

    /** Brings a day that was awaited, with its summary unless it turned out to be empty. */
    void bring(int day, Optional<DaySummary> summary) throws IOException {
        for (Part part : gather(day, summary)) {
            List<EncodedPiece> pieces = new ArrayList<>();
            for (Piece piece : part.pieces) {
                pieces.add(piece.encode());
            }
            append(part.number, pieces);
        }
    }

    private synchronized List<Part> gather(int day, Optional<DaySummary> summary) {
        awaited.remove(day);
        summary.ifPresent(known -> waiting.put(day, known));
        List<Part> parts = new ArrayList<>();
        while (!waiting.isEmpty() && (awaited.isEmpty() || waiting.firstKey() < awaited.first())) {
            add(waiting.pollFirstEntry().getValue()).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<Part> add(DaySummary day) {
        sink.cover(day.epochDay());
        pending.add(day);
        pendingRows += day.rows();
        rows += day.rows();
        return pendingRows >= PART_ROWS ? Optional.of(cut()) : Optional.empty();
    }

    private Part cut() {
        Part part = new Part(partsCut++, format.cut(List.copyOf(pending)));
        pending.clear();
        pendingRows = 0;
        return part;
    }

    private synchronized void append(int number, List<EncodedPiece> pieces) throws IOException {
        encoded.put(number, pieces);
        while (encoded.containsKey(partsWritten)) {
            for (EncodedPiece piece : encoded.getOrDefault(partsWritten, List.of())) {
                append(piece);
            }
            encoded.remove(partsWritten++);
        }
    }

    private void append(EncodedPiece piece) throws IOException {
        try {
            piece.appendTo(sink.stream());
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /**
     * Writes the rest: days that were never brought, in their order, and those that waited for them. All threads take
     * part.
     *
     * @return the number of rows of all
     */
    long finish(Workers workers, Iterator<Workers.Task<DaySummary>> days) throws BadInputException, IOException {
        workers.runInOrder(days, day -> {
            addWaiting(workers, waiting.headMap(day.epochDay(), false));
            addAndEncode(workers, day);
        });
        addWaiting(workers, waiting);
        if (pendingRows > 0) {
            encode(workers, cut());
        }
        try {
            format.end(sink.stream());
        } catch (IOException e) {
            throw new OutputException(e);
        }
        return rows;
    }

    private void addWaiting(Workers workers, NavigableMap<Integer, DaySummary> before)
            throws BadInputException, IOException {
        while (!before.isEmpty()) {
            addAndEncode(workers, before.pollFirstEntry().getValue());
        }
    }

    private void addAndEncode(Workers workers, DaySummary day) throws BadInputException, IOException {
        Optional<Part> part = add(day);
        if (part.isPresent()) {
            encode(workers, part.get());
        }
    }

    private void encode(Workers workers, Part part) throws BadInputException, IOException {
        Iterator<Workers.Task<EncodedPiece>> pieces = part.pieces.stream()
                .<Workers.Task<EncodedPiece>>map(piece -> piece::encode)
                .iterator();
        workers.runInOrder(pieces, this::append);
        partsWritten++;
    }
}
