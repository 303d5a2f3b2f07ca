// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.engines.contract.Engine;
import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.EngineRequest;
import dev.runmatrix.engines.spark.output.SummaryOutput;
import dev.runmatrix.engines.spark.session.ClusterOptions;
import dev.runmatrix.engines.spark.session.Session;
import dev.runmatrix.engines.spark.summary.Inputs;
import dev.runmatrix.engines.spark.summary.Summary;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Mixin;

/** The summary by Spark SQL. */
final class SparkEngine implements Engine {

    @Mixin
    private final ClusterOptions options = new ClusterOptions();

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "./run-matrix engine spark --input datasets/data/tiny \\",
                "  --params datasets/data/tiny/params.json --output summary.parquet",
                "./run-matrix engine spark --master spark://HOST:7077 \\",
                "  --input datasets/data/tiny --params datasets/data/tiny/params.json \\",
                "  --output file:///shared/summary --conf spark.executor.memory=4g");
    }

    @Override
    public boolean knows(String scheme) {
        // Whatever Hadoop knows, which depends on the jars and settings of the day.
        return true;
    }

    @Override
    public boolean writesFolders() {
        return true;
    }

    @Override
    public List<String> problems(EngineRequest request) {
        return options.problems();
    }

    @Override
    public void run(EngineRequest request) throws BadInputException, IOException, EngineException {
        Configuration configuration = Session.configuration(options, request.maxWorkers());
        try (SummaryOutput output = SummaryOutput.open(request, configuration)) {
            Inputs inputs = Inputs.open(request.inputs(), configuration);
            try (Session session =
                    Session.start(options, request.maxWorkers(), inputs.pods().rows())) {
                session.run(() -> {
                    output.write(new Summary(session.spark(), request.params(), inputs).rows());
                    return true;
                });
            }
            output.commit();
        }
    }
}
