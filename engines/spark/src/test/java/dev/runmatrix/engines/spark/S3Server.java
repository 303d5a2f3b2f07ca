// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server like S3 on a free port of this machine, with one bucket. */
final class S3Server implements AutoCloseable {

    static final String KEY_ID = "an-id-of-tests";
    static final String SECRET = "a/very+secret=word";
    static final String BUCKET = "bucket";

    private final Program program;
    private final int port;

    private S3Server(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    static S3Server start(Path home) throws Exception {
        Files.createDirectories(home.resolve("data").resolve(BUCKET));
        int port = freePort();
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
        String path = Path.of("target/s3-server").toAbsolutePath() + "/*" + File.pathSeparator + tests;
        Program program = Program.start(
                home.resolve("server.log"),
                Map.of(),
                List.of("-Xmx256m", "-cp", path, "org.gaul.s3proxy.Main", "--properties", properties.toString()));
        S3Server server = new S3Server(program, port);
        program.await("an answer of the server", Duration.ofMinutes(1), server::answers);
        return server;
    }

    /** A port that nobody listens at. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return socket.getInputStream().read() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Puts all files of a directory below a key. */
    void put(Path directory, String key) throws IOException {
        try (S3Client client = client();
                var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = key + "/" + directory.relativize(file);
                client.putObject(request -> request.bucket(BUCKET).key(name), RequestBody.fromFile(file));
            }
        }
    }

    private S3Client client() {
        return S3Client.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create(endpoint()))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY_ID, SECRET)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        program.close();
    }
}
