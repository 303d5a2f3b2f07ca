// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server like S3 on a free port of this machine. What it holds outlives a stop and a start. */
public final class S3Server implements AutoCloseable {

    public static final String KEY_ID = "an-id-of-tests";
    public static final String SECRET = "a/very+secret=word";
    public static final String BUCKET = "bucket";

    private static final Path PROGRAM = Path.of("target", "s3-server");
    private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path home;
    private final int port;
    private Process process;

    private S3Server(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        process = launch();
    }

    /** Starts a server with one bucket. */
    public static S3Server start(Path home) throws IOException, InterruptedException {
        if (!Files.isDirectory(PROGRAM)) {
            throw new IllegalStateException(
                    PROGRAM.toAbsolutePath() + " is missing: run mvn generate-test-resources -pl aggregator -am");
        }
        Files.createDirectories(home.resolve("data").resolve(BUCKET));
        S3Server server = new S3Server(home, freePort());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        server.awaitReady();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Path properties = Files.writeString(
                home.resolve("server.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, KEY_ID, SECRET, home.resolve("data")));
        String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        PROGRAM.toAbsolutePath() + File.separator + "*" + File.pathSeparator + tests,
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        properties.toString()))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile())
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!answers()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() - began > MOST_WAIT_NANOS) {
                throw new IllegalStateException(
                        "the server does not start:\n" + Files.readString(home.resolve("server.log")));
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(UTF_8));
            return socket.getInputStream().read() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends the server at once. */
    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again where it was, and does not wait for it. */
    public void startAgain() throws IOException {
        process = launch();
    }

    /** Where the objects of the bucket are, as files. */
    public Path bucket() {
        return home.resolve("data").resolve(BUCKET);
    }

    public int port() {
        return port;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Puts all files of a directory below a key. */
    public void put(Path directory, String key) throws IOException {
        try (S3Client client = client();
                var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                put(client, file, key + "/" + directory.relativize(file));
            }
        }
    }

    /** Puts one file. */
    public void putFile(Path file, String key) {
        try (S3Client client = client()) {
            put(client, file, key);
        }
    }

    private static void put(S3Client client, Path file, String key) {
        client.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromFile(file));
    }

    private S3Client client() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        stop();
    }
}
