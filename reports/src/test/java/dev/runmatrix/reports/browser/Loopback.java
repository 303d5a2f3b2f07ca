// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves pages to this machine alone, and remembers all it was asked for. */
public final class Loopback implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Path> pages;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private Loopback(HttpServer server, Map<String, Path> pages) {
        this.server = server;
        this.pages = pages;
    }

    /** Serves each page under its name. */
    public static Loopback serving(Map<String, Path> pages) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Loopback loopback = new Loopback(server, Map.copyOf(pages));
        server.createContext("/", loopback::answer);
        server.start();
        return loopback;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            Optional<Path> page = Optional.ofNullable(pages.get(path.substring(1)));
            byte[] body = page.isPresent() ? Files.readAllBytes(page.get()) : new byte[0];
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    public URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    /** What was asked for since the last call. */
    public List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
