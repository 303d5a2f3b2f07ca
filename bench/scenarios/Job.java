// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Programs whose trouble is known: {@code java Job skewed|funnel|lock|even WORKERS OUT}. */
public final class Job {

    private static final long UNITS = 12;

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
