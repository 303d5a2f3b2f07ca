// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL server of this process, on a free port of this machine, with nothing in it. */
final class PostgresServer implements AutoCloseable {

    /** A user that every machine has, by number: PostgreSQL refuses to run as root. */
    private static final String NOBODY = "65534";

    private static final String READY = "database system is ready to accept connections";

    /** The user guarded needs a password, no other does. */
    private static final String ACCESS = """
            host all guarded 127.0.0.1/32 scram-sha-256
            host all all 127.0.0.1/32 trust
            """;

    private final Path home;
    private final boolean asNobody;
    private final int port;

    private PostgresServer(Path home, boolean asNobody, int port) {
        this.home = home;
        this.asNobody = asNobody;
        this.port = port;
    }

    static PostgresServer start() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("run-matrix-postgres-");
        boolean isRoot = Files.getAttribute(home, "unix:uid").equals(0);
        PostgresServer server = new PostgresServer(home, isRoot, freePort());
        // Also when the tests are interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        server.makeData();
        server.serve();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void makeData() throws IOException, InterruptedException {
        PostgresBinaries.unpack(home.resolve("program"));
        Files.createDirectory(data());
        if (asNobody) {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setAttribute(data(), "unix:uid", Integer.valueOf(NOBODY));
        }
        run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--no-sync", "--no-locale");
        Files.writeString(data().resolve("pg_hba.conf"), ACCESS);
    }

    private void serve() throws IOException {
        Process server = command("postgres", "-p", String.valueOf(port), "-k", "", "-h", "127.0.0.1", "-F")
                .start();
        BufferedReader log = server.inputReader(UTF_8);
        StringBuilder said = new StringBuilder();
        String line = log.readLine();
        while (line != null && !line.contains(READY)) {
            said.append(line).append('\n');
            line = log.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("PostgreSQL does not start:\n" + said);
        }
        // A server whose log nobody reads would stop at a full pipe.
        Thread drain = new Thread(() -> log.lines().forEach(ignored -> {}), "postgres log");
        drain.setDaemon(true);
        drain.start();
    }

    private Path data() {
        return home.resolve("data");
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        Process process = command(program, arguments).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " fails:\n" + said);
        }
    }

    private ProcessBuilder command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asNobody) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(home.resolve("program/bin").resolve(program).toString());
        command.addAll(List.of("-D", data().toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
    }

    /** The address of a table in this server's only database, for a user who needs no password. */
    PostgresUrl url(String query) {
        return PostgresUrl.parse(address("postgres", query), Map.of());
    }

    String address(String user, String query) {
        return "postgresql://" + user + "@127.0.0.1:" + port + "/postgres?" + query;
    }

    int port() {
        return port;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "");
    }

    @Override
    public void close() {
        try {
            if (Files.exists(data().resolve("postmaster.pid"))) {
                run("pg_ctl", "stop", "-m", "immediate");
            }
            deleteHome();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteHome() throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
