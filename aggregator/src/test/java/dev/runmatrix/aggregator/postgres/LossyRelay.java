// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes one connection on to a port of this machine, and ends it when the client says a certain word. */
final class LossyRelay implements AutoCloseable {

    private final ServerSocket entrance;
    private final int exitPort;
    private final String lastWord;

    private LossyRelay(ServerSocket entrance, int exitPort, String lastWord) {
        this.entrance = entrance;
        this.exitPort = exitPort;
        this.lastWord = lastWord;
    }

    static LossyRelay to(int port, String lastWord) throws IOException {
        LossyRelay relay = new LossyRelay(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), port, lastWord);
        start(relay::serve);
        return relay;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has ended, and that ends the other.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void serve() throws IOException {
        try (Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), exitPort)) {
            start(() -> server.getInputStream().transferTo(client.getOutputStream()));
            InputStream said = client.getInputStream();
            byte[] buffer = new byte[1 << 16];
            int length = said.read(buffer);
            while (length > 0 && !new String(buffer, 0, length, ISO_8859_1).contains(lastWord)) {
                server.getOutputStream().write(buffer, 0, length);
                length = said.read(buffer);
            }
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    /** What a thread does. */
    @FunctionalInterface
    private interface Work {

        void run() throws IOException;
    }
}
