// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import dev.runmatrix.engines.contract.EngineProgram;
import dev.runmatrix.engines.contract.ExitStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program, started by {@code java} or by {@code spark-submit}. */
public final class Main {

    private static final String LOGGING = "log4j2.configurationFile";

    private Main() {}

    /** Computes a summary. */
    public static void main(String[] args) {
        if (System.getProperty("SPARK_SUBMIT") == null) {
            if (System.getProperty(LOGGING) == null) {
                System.setProperty(LOGGING, "dev/runmatrix/engines/spark/log4j2.properties");
            }
            EngineProgram.main(new SparkEngine(), args);
        } else {
            runSubmitted(args);
        }
    }

    /** Returns where all is well: a program that ends its process itself has failed, as a cluster's manager sees it. */
    private static void runSubmitted(String[] args) {
        ExitStatus status =
                EngineProgram.run(new SparkEngine(), writer(FileDescriptor.out), writer(FileDescriptor.err), args);
        if (status != ExitStatus.OK) {
            System.exit(status.number());
        }
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
