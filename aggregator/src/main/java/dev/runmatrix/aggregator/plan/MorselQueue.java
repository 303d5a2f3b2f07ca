// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Hands out the work of a table. A thread stays with its file, whose rows tend to fall into the same groups; when that
 * is done it begins another, and when none is left it takes from the end of the one with the most left, so that a huge
 * file still keeps every thread busy. Nor does anyone run far ahead of the oldest file that still has work: what is done
 * waits for it to be written. Thread-safe.
 */
public final class MorselQueue {

    private final List<Deque<Morsel>> files = new ArrayList<>();
    private final long morselRows;
    private final int mostAhead;
    private int begun;
    private int oldest;

    /**
     * @param rowsOfRowGroups for each file the number of rows of each row group
     * @param morselRows largest number of rows of a morsel
     * @param mostAhead files that may be begun after the oldest that still has work
     */
    public MorselQueue(List<List<Long>> rowsOfRowGroups, long morselRows, int mostAhead) {
        this.mostAhead = mostAhead;
        this.morselRows = morselRows;
        for (int file = 0; file < rowsOfRowGroups.size(); file++) {
            files.add(wholeRowGroups(file, rowsOfRowGroups.get(file)));
        }
    }

    private static Deque<Morsel> wholeRowGroups(int file, List<Long> rowGroups) {
        Deque<Morsel> whole = new ArrayDeque<>();
        for (int rowGroup = 0; rowGroup < rowGroups.size(); rowGroup++) {
            whole.add(new Morsel(file, rowGroup, 0, rowGroups.get(rowGroup)));
        }
        return whole;
    }

    /** The next work for a thread whose last work was in {@code lastFile}; -1 if it had none. */
    public synchronized Optional<Morsel> next(int lastFile) {
        while (oldest < begun && files.get(oldest).isEmpty()) {
            oldest++;
        }
        Optional<Morsel> morsel = lastFile < 0 ? Optional.empty() : first(files.get(lastFile));
        if (morsel.isEmpty() && begun - oldest > mostAhead) {
            return last(files.get(oldest));
        }
        while (morsel.isEmpty() && begun < files.size()) {
            morsel = first(files.get(begun++));
        }
        return morsel.isPresent() ? morsel : lastOfLongest();
    }

    /** Cuts a morsel from the front of a file's work. */
    private Optional<Morsel> first(Deque<Morsel> file) {
        Morsel whole = file.poll();
        if (whole == null || whole.rows() <= morselRows) {
            return Optional.ofNullable(whole);
        }
        file.addFirst(whole.part(morselRows, whole.rows() - morselRows));
        return Optional.of(whole.part(0, morselRows));
    }

    /** Cuts a morsel from the end of the file with the most work left. */
    private Optional<Morsel> lastOfLongest() {
        Deque<Morsel> longest = files.stream()
                .max(Comparator.comparingLong(MorselQueue::rowsLeft))
                .orElseGet(ArrayDeque::new);
        return last(longest);
    }

    /** Cuts a morsel from the end of a file's work. */
    private Optional<Morsel> last(Deque<Morsel> file) {
        Morsel whole = file.pollLast();
        if (whole == null || whole.rows() <= morselRows) {
            return Optional.ofNullable(whole);
        }
        // Cut where a thread that came from the front would have cut, so that pieces stay whole.
        long kept = (whole.rows() - 1) / morselRows * morselRows;
        file.addLast(whole.part(0, kept));
        return Optional.of(whole.part(kept, whole.rows() - kept));
    }

    /** Work that is likely to be handed out next, at most so many pieces; nobody has taken it. */
    public synchronized List<Morsel> upcoming(int most) {
        List<Morsel> upcoming = new ArrayList<>();
        for (int file = oldest; file < files.size() && upcoming.size() < most; file++) {
            // Of a file that somebody is at work on, the next piece alone is likely to be theirs.
            files.get(file).stream()
                    .limit(file < begun ? 1 : most - upcoming.size())
                    .forEach(upcoming::add);
        }
        return upcoming;
    }

    /** Whether all work has been handed out. */
    public synchronized boolean isEmpty() {
        return begun == files.size() && files.stream().allMatch(Deque::isEmpty);
    }

    private static long rowsLeft(Deque<Morsel> file) {
        return file.stream().mapToLong(Morsel::rows).sum();
    }
}
