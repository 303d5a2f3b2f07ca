// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.output;

import dev.runmatrix.aggregator.OutputExistsException;
import dev.runmatrix.engines.spark.input.Addresses;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An output on any Hadoop file system, made beside its name and renamed. Where a rename is not one step, as in an object
 * store, the file {@code _SUCCESS} of a folder comes last.
 */
final class RemoteDraft implements Draft {

    private final FileSystem system;
    private final Path output;
    private final boolean replace;
    private final Path work;
    private final Thread remover;

    private RemoteDraft(FileSystem system, Path output, boolean replace, Path work) {
        this.system = system;
        this.output = output;
        this.replace = replace;
        this.work = work;
        remover = new Thread(this::removeQuietly, "remove-draft");
    }

    /** Sees to it before anything is read that the output is free, and that something can be made beside it. */
    static RemoteDraft of(Path output, boolean replace, Configuration configuration) throws IOException {
        FileSystem system = Addresses.system(output, configuration);
        String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        Path work = new Path(output.getParent(), "." + output.getName() + "." + unique + ".tmp");
        RemoteDraft draft = new RemoteDraft(system, output, replace, work);
        draft.requireFree();
        system.mkdirs(work);
        Runtime.getRuntime().addShutdownHook(draft.remover);
        return draft;
    }

    private void requireFree() throws IOException {
        if (!replace && system.exists(output)) {
            throw new OutputExistsException(java.nio.file.Path.of(Addresses.named(output)));
        }
    }

    @Override
    public Path path() {
        return new Path(work, "summary");
    }

    @Override
    public OutputStream create() throws IOException {
        return system.create(path());
    }

    @Override
    public void commit() throws IOException {
        requireFree();
        if (system.exists(output)) {
            system.rename(output, new Path(work, "replaced"));
        }
        if (!system.rename(path(), output)) {
            throw new IOException(Addresses.named(output) + ": cannot be written: the file system refused the rename");
        }
    }

    @Override
    public void close() throws IOException {
        system.delete(work, true);
        try {
            Runtime.getRuntime().removeShutdownHook(remover);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook finds nothing left.
        }
    }

    private void removeQuietly() {
        try {
            system.delete(work, true);
        } catch (IOException e) {
            // At the end of the process nobody is left to be told; the name begins with a dot.
        }
    }
}
