// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * Puts a process into a control group before it becomes the program that is measured: what it allocates from its first page
 * on counts there. To JMH it is a profiler, as those may change how a fork is started; it measures nothing.
 */
public final class GroupEntry implements ExternalProfiler {

    private final Path processes;

    /** @param processes the file of the group that takes ids of processes; by this constructor JMH makes it */
    public GroupEntry(String processes) {
        this.processes = Path.of(processes);
    }

    /** What stands before a program and its arguments; it gives way to the program, which so keeps its process. */
    static List<String> command(Path processes) {
        return List.of("/bin/sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", processes.toString());
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return command(processes);
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {}

    @Override
    public Collection<? extends Result<?>> afterTrial(BenchmarkResult result, long pid, File stdOut, File stdErr) {
        return List.of();
    }

    @Override
    public boolean allowPrintOut() {
        return true;
    }

    @Override
    public boolean allowPrintErr() {
        return true;
    }

    @Override
    public String getDescription() {
        return "a control group for the fork";
    }
}
