// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Programs whose trouble is known: {@code java Job skewed|funnel|lock|gate|twice|chunks|in-memory|streaming|even WORKERS OUT [CHUNK]}. */
public final class Job {

    private static final long UNITS = 12;

    /** Rows of production-small, as which {@code chunks} and the modes work, and bytes that they hold of a row. */
    private static final int ROWS = 3_720_000;

    private static final int ROW_BYTES = 130;

    private static final Object LOCK = new Object();

    private Job() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        int workers = Integer.parseInt(args[1]);
        List<Thread> threads = new ArrayList<>();
        BlockingQueue<Long> queue = new ArrayBlockingQueue<>(2);
        for (int i = 0; i < workers; i++) {
            boolean first = i == 0;
            Runnable work =
                    switch (args[0]) {
                        case "skewed" -> () -> burn(first ? 4 * UNITS : UNITS);
                        case "funnel" -> first ? () -> feed(queue, workers - 1) : () -> drink(queue);
                        case "lock" -> () -> takeTurns();
                        case "gate" -> () -> passTheGate(workers);
                        case "twice" -> () -> burn(workers == 1 ? 4 * UNITS : 3 * UNITS);
                        case "chunks" -> () -> holdChunks(workers, Integer.parseInt(args[3]));
                        case "in-memory" -> () -> holdAll(workers);
                        case "streaming" -> () -> burn(4 * UNITS);
                        default -> () -> burn(2 * UNITS);
                    };
            Thread thread = new Thread(work, "job-" + (i + 1));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Files.writeString(Path.of(args[2]), "done\n1\n");
    }

    /** Works: a unit is some 50 milliseconds. */
    private static void burn(long units) {
        double sum = 0;
        for (long i = 0; i < units * 5_000_000; i++) {
            sum += Math.sqrt(i);
        }
        if (sum < 0) {
            throw new IllegalStateException("a sum of roots is not negative");
        }
    }

    /** Makes every piece itself; the others have next to nothing to do. */
    private static void feed(BlockingQueue<Long> queue, int drinkers) {
        try {
            for (long i = 0; i < 2 * UNITS; i++) {
                burn(2);
                queue.put(i);
            }
            for (int i = 0; i < drinkers; i++) {
                queue.put(-1L);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void drink(BlockingQueue<Long> queue) {
        try {
            while (queue.take() >= 0) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nearly all is done by one at a time; what two can do at the same time is work that only two make. */
    private static void passTheGate(int workers) {
        for (int i = 0; i < 2 * UNITS / workers; i++) {
            synchronized (LOCK) {
                burn(4);
            }
            if (workers > 1) {
                burn(1);
            }
        }
        if (workers > 1) {
            synchronized (LOCK) {
                burn(2);
            }
        }
    }

    /** Each worker holds a chunk at a time, and the chunks are dealt out evenly. */
    private static void holdChunks(int workers, int chunkRows) {
        int chunks = ROWS / chunkRows / workers;
        byte[] chunk = new byte[chunkRows * ROW_BYTES];
        for (int i = 0; i < chunks; i++) {
            Arrays.fill(chunk, (byte) i);
            burn(2 * UNITS / chunks);
        }
    }

    /** Each worker holds its share of the rows, and is spared what streaming does twice. */
    private static void holdAll(int workers) {
        byte[] rows = new byte[ROWS / workers * ROW_BYTES];
        Arrays.fill(rows, (byte) 1);
        burn(2 * UNITS);
    }

    private static void takeTurns() {
        for (int i = 0; i < UNITS; i++) {
            synchronized (LOCK) {
                try {
                    Thread.sleep(60);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            burn(1);
        }
    }
}
