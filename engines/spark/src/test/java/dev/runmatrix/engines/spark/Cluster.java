// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone cluster on this machine: a master and workers of one core each, own processes on the loopback interface,
 * from the jars of Spark that the engine was packaged with and without those of this project.
 */
final class Cluster implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://127\\.0\\.0\\.1:\\d+)");

    private static final Path HOME = Path.of("target/spark").toAbsolutePath();

    private final Path folder;
    private final Program master;
    private final String url;
    private final List<Program> workers = new ArrayList<>();

    private Cluster(Path folder, Program master, String url) {
        this.folder = folder;
        this.master = master;
        this.url = url;
    }

    static Cluster start(Path folder) throws Exception {
        home();
        Program master = start(folder, "master", "org.apache.spark.deploy.master.Master");
        master.await("the master", START, () -> MASTER.matcher(master.said()).find());
        Matcher matcher = MASTER.matcher(master.said());
        if (!matcher.find()) {
            throw new AssertionError(master.said());
        }
        return new Cluster(folder, master, matcher.group(1));
    }

    /** What is a distribution of Spark elsewhere: a folder with its jars. */
    static Path home() throws IOException {
        Path links = Files.createDirectories(HOME.resolve("jars"));
        try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
            for (Path jar : jars.toList()) {
                Path link = links.resolve(jar.getFileName());
                boolean own = jar.getFileName().toString().matches("(run-matrix|picocli)-.*");
                if (!own && Files.notExists(link)) {
                    Files.createSymbolicLink(link, jar.toAbsolutePath());
                }
            }
        }
        return HOME;
    }

    String url() {
        return url;
    }

    /** A worker of one core, which waits until the master knows it. */
    Program addWorker() throws Exception {
        String name = "worker" + workers.size();
        Program worker = start(
                folder,
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "800m",
                "--work-dir",
                folder.resolve(name).toString(),
                url);
        workers.add(worker);
        worker.await(name, START, () -> worker.said().contains("Successfully registered with master"));
        return worker;
    }

    private static Program start(Path folder, String name, String main, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-Xmx192m", "-cp", HOME.resolve("jars") + File.separator + "*", main));
        arguments.addAll(List.of("--host", "127.0.0.1", "--port", "0", "--webui-port", "0"));
        arguments.addAll(List.of(more));
        // The scripts of a distribution say the version of Scala, too.
        Map<String, String> environment =
                Map.of("SPARK_HOME", HOME.toString(), "SPARK_LOCAL_IP", "127.0.0.1", "SPARK_SCALA_VERSION", "2.13");
        return Program.start(folder.resolve(name + ".log"), environment, arguments);
    }

    @Override
    public void close() {
        workers.forEach(Program::close);
        master.close();
    }
}
