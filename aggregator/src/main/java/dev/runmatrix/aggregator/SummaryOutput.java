// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.fold.DayPieces;
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
 * Writes the summaries of days in the order of the days, whatever the order in which they are finished. Pieces of days
 * are gathered into parts by the number of their rows alone, which no schedule changes. Any thread may bring a day; who
 * completes a part encodes it while others go on.
 */
final class SummaryOutput {

    /** What a finished row takes in memory. */
    private static final int ROW_BYTES = DaySummary.NUMBERS * Double.BYTES + DaySummary.TEXTS * Integer.BYTES;

    private final SummaryFormat format;
    private final SummarySink sink;
    private final long mostWaitingRows;
    private final NavigableSet<Integer> awaited = new TreeSet<>();
    private final NavigableMap<Integer, List<DaySummary>> waiting = new TreeMap<>();
    private final Map<Integer, List<EncodedPiece>> encoded = new HashMap<>();
    private final List<DaySummary> pending = new ArrayList<>();
    private long waitingRows;
    private int pendingRows;
    private int partsCut;
    private int partsWritten;
    private long rows;

    /**
     * @param format how rows are written
     * @param sink where they are written
     * @param waitingBytes what days that wait for earlier ones may take in memory, in bytes
     */
    SummaryOutput(SummaryFormat format, SummarySink sink, long waitingBytes) {
        this.format = format;
        this.sink = sink;
        mostWaitingRows = waitingBytes / ROW_BYTES;
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

    /** Some consecutive pieces of days that are encoded together. */
    private record Part(int number, List<Piece> pieces) {}

    /** Whether a day can be brought: if it is its turn, or else if its rows can wait. */
    synchronized boolean takes(int day, long mostRows) {
        return isNext(day) || waitingRows + mostRows <= mostWaitingRows;
    }

    private synchronized boolean isNext(int day) {
        return !awaited.isEmpty() && awaited.first() == day;
    }

    /** Brings a day that was awaited; if it is its turn, little more than a part of its rows is in memory at a time. */
    void bring(DayPieces day) throws IOException {
        cover(day);
        if (isNext(day.epochDay())) {
            keep(day.epochDay(), addAllButLast(day));
        } else {
            keep(day.epochDay(), day.all());
        }
        encode(noLongerAwaited(day.epochDay()));
    }

    private synchronized void cover(DayPieces day) {
        if (day.isMet()) {
            sink.cover(day.epochDay());
        }
    }

    /** Nobody else adds anything while it is the turn of a day that is still awaited. */
    private List<DaySummary> addAllButLast(DayPieces day) throws IOException {
        Optional<DaySummary> last = day.next();
        for (Optional<DaySummary> piece = day.next(); piece.isPresent(); piece = day.next()) {
            encode(addNext(last).stream().toList());
            last = piece;
        }
        return last.stream().toList();
    }

    private synchronized Optional<Part> addNext(Optional<DaySummary> piece) {
        return piece.flatMap(this::add);
    }

    private synchronized void keep(int day, List<DaySummary> pieces) {
        waitingRows += rows(pieces);
        waiting.put(day, pieces);
    }

    private static long rows(List<DaySummary> pieces) {
        return pieces.stream().mapToLong(DaySummary::rows).sum();
    }

    /** The parts that are complete by the end of the wait for a day. */
    private synchronized List<Part> noLongerAwaited(int day) {
        awaited.remove(day);
        List<Part> parts = new ArrayList<>();
        while (!waiting.isEmpty() && (awaited.isEmpty() || waiting.firstKey() < awaited.first())) {
            for (DaySummary piece : pollWaiting(waiting)) {
                add(piece).ifPresent(parts::add);
            }
        }
        return parts;
    }

    private List<DaySummary> pollWaiting(NavigableMap<Integer, List<DaySummary>> days) {
        List<DaySummary> pieces = days.pollFirstEntry().getValue();
        waitingRows -= rows(pieces);
        return pieces;
    }

    private Optional<Part> add(DaySummary piece) {
        pending.add(piece);
        pendingRows += piece.rows();
        rows += piece.rows();
        return pendingRows >= format.partRows() ? Optional.of(cut()) : Optional.empty();
    }

    private Part cut() {
        Part part = new Part(partsCut++, format.cut(List.copyOf(pending)));
        pending.clear();
        pendingRows = 0;
        return part;
    }

    private void encode(List<Part> parts) throws IOException {
        for (Part part : parts) {
            List<EncodedPiece> pieces = new ArrayList<>();
            for (Piece piece : part.pieces) {
                pieces.add(piece.encode());
            }
            append(part.number, pieces);
        }
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
    long finish(Workers workers, Iterator<Workers.Task<DayPieces>> days) throws BadInputException, IOException {
        workers.runInOrder(days, day -> {
            cover(day);
            addWaiting(workers, waiting.headMap(day.epochDay(), false));
            for (Optional<DaySummary> piece = day.next(); piece.isPresent(); piece = day.next()) {
                addAndEncode(workers, piece.get());
            }
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

    private void addWaiting(Workers workers, NavigableMap<Integer, List<DaySummary>> before)
            throws BadInputException, IOException {
        while (!before.isEmpty()) {
            for (DaySummary piece : pollWaiting(before)) {
                addAndEncode(workers, piece);
            }
        }
    }

    private void addAndEncode(Workers workers, DaySummary piece) throws BadInputException, IOException {
        Optional<Part> part = add(piece);
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
