// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.time.Duration;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how each cell is measured. */
final class ProtocolReader {

    private static final long MOST_FORKS = 1_000;
    private static final Duration SHORTEST_SAMPLE_PERIOD = Duration.ofMillis(10);
    private static final Duration SHORTEST_TIME = Duration.ofSeconds(1);

    private final NodeReader reader;

    ProtocolReader(NodeReader reader) {
        this.reader = reader;
    }

    /** The protocol that the section {@code measure} gives; what it leaves out is as {@link Protocol#DEFAULT} has it. */
    Protocol read(Optional<Mapping> measure) {
        Protocol usual = Protocol.DEFAULT;
        Optional<Mapping> warmup = measure.flatMap(m -> m.mapping("warmup", Section.WARMUP));
        int forks = whole(measure, "forks", 1, MOST_FORKS).orElse(usual.forks());
        int maxForks = whole(measure, "max_forks", 1, MOST_FORKS).orElse(forks);
        if (maxForks < forks) {
            measure.ifPresent(m -> m.complain(
                    "max_forks", maxForks + " is less than forks, " + forks + "; use " + forks + " or more"));
        }
        return new Protocol(
                forks,
                Math.max(forks, maxForks),
                measure.flatMap(m -> m.read("precision", this::precision)).orElse(usual.precision()),
                whole(warmup, "forks", 0, MOST_FORKS).orElse(usual.warmupForks()),
                measure.flatMap(m -> m.read("twin", reader::truth)).orElse(usual.twin()),
                whole(measure, "repeat_contaminated", 0, 1).orElse(usual.repeats()),
                whole(measure, "max_failures", 1, MOST_FORKS).orElse(usual.maxFailures()),
                duration(measure, "budget", SHORTEST_TIME).or(usual::budget),
                duration(measure, "timeout", SHORTEST_TIME).orElse(usual.timeout()),
                duration(measure, "stall_timeout", SHORTEST_TIME).orElse(usual.stallTimeout()),
                duration(measure, "sample_period", SHORTEST_SAMPLE_PERIOD).orElse(usual.samplePeriod()));
    }

    private Optional<Double> precision(Node node, String at) {
        return reader.share(node, at)
                .flatMap(share -> share > 0 && share < 1
                        ? Optional.of(share)
                        : reader.complain(node, at, "must lie between 0% and 100%; write 2.5%"));
    }

    private Optional<Integer> whole(Optional<Mapping> in, String key, long least, long most) {
        return in.flatMap(m -> m.read(key, (node, at) -> reader.whole(node, at, least, most)))
                .map(Long::intValue);
    }

    private Optional<Duration> duration(Optional<Mapping> in, String key, Duration least) {
        return in.flatMap(m -> m.read(key, (node, at) -> reader.duration(node, at, least)));
    }
}
