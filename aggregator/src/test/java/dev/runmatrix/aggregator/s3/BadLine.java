// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/**
 * Passes requests on to a server of this machine, and does to each what a test wants: nothing, or something that happens
 * on bad lines and at busy servers. Each request has a connection of its own.
 */
public final class BadLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exitPort;
    private final Mischief mischief;
    private final CountDownLatch closed = new CountDownLatch(1);

    private BadLine(ServerSocket entrance, int exitPort, Mischief mischief) {
        this.entrance = entrance;
        this.exitPort = exitPort;
        this.mischief = mischief;
    }

    /** Decides what happens to a request, by its head: request line and headers. Called by many threads. */
    @FunctionalInterface
    public interface Mischief {

        Fault at(String head) throws IOException;
    }

    /** What happens to a request. */
    public sealed interface Fault {

        /** Nothing. */
        Fault NONE = new Passed("", "");

        /** It is passed on, with something in the head of the answer replaced. */
        record Passed(String pattern, String replacement) implements Fault {}

        /** It is answered by the line itself. */
        record Answered(String status, String headers, String body) implements Fault {}

        /** Its answer ends after some bytes of the body: by a reset, or as if that were all. */
        record Broken(int bodyBytes, boolean reset) implements Fault {}

        /** There is no answer. */
        record Silent() implements Fault {}
    }

    /** An answer with an error code. */
    public static Fault refusal(String status, String code, String... headers) {
        return new Fault.Answered(
                status,
                String.join("\r\n", headers),
                "<Error><Code>" + code + "</Code><Message>" + S3Server.SECRET + "</Message></Error>");
    }

    public static BadLine to(S3Server server, Mischief mischief) throws IOException {
        BadLine line = new BadLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server.port(), mischief);
        start(line::serve);
        return line;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One side has ended, and that ends the other.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "bad line");
        thread.setDaemon(true);
        thread.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    private void serve() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket accepted) throws IOException, InterruptedException {
        try (Socket client = accepted) {
            String head = head(client.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            Fault fault = mischief.at(head);
            if (fault instanceof Fault.Silent) {
                closed.await();
            } else if (fault instanceof Fault.Answered answer) {
                client.getOutputStream().write(text(answer).getBytes(ISO_8859_1));
            } else {
                pass(head, client, fault);
            }
        }
    }

    private static String text(Fault.Answered answer) {
        String headers = answer.headers().isEmpty() ? "" : answer.headers() + "\r\n";
        return "HTTP/1.1 " + answer.status() + "\r\n" + headers + "Content-Type: application/xml\r\nContent-Length: "
                + answer.body().length() + "\r\nConnection: close\r\n\r\n" + answer.body();
    }

    private void pass(String head, Socket client, Fault fault) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), exitPort)) {
            // Then the end of the answer is the end of the connection.
            String single =
                    head.replaceAll("(?i)\r\nConnection:[^\r]*", "").replaceFirst("\r\n", "\r\nConnection: close\r\n");
            server.getOutputStream().write(single.getBytes(ISO_8859_1));
            InputStream answer = server.getInputStream();
            String answerHead = head(answer);
            OutputStream out = client.getOutputStream();
            if (fault instanceof Fault.Passed passed && !passed.pattern().isEmpty()) {
                answerHead = answerHead.replaceAll(passed.pattern(), passed.replacement());
            }
            out.write(answerHead.getBytes(ISO_8859_1));
            if (fault instanceof Fault.Broken broken) {
                out.write(answer.readNBytes(broken.bodyBytes()));
                out.flush();
                if (broken.reset()) {
                    client.setSoLinger(true, 0);
                }
            } else {
                answer.transferTo(out);
            }
        }
    }

    /** All up to the first empty line. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            if (next == '\n' && head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
            next = in.read();
        }
        return head.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        entrance.close();
    }

    @FunctionalInterface
    private interface Work {

        void run() throws IOException, InterruptedException;
    }
}
