// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the driver of a running job tells of itself. */
final class DriverView {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    DriverView(int port) {
        root = "http://127.0.0.1:" + port + "/api/v1/applications";
    }

    /** The executors that the driver has or had, but for itself. */
    List<JsonNode> executors() {
        List<JsonNode> executors = new ArrayList<>();
        get("").map(applications -> applications.path(0).path("id").asText())
                .flatMap(id -> get("/" + id + "/allexecutors"))
                .ifPresent(all -> all.forEach(executors::add));
        executors.removeIf(executor -> executor.path("id").asText().equals("driver"));
        return executors;
    }

    /** The executor of this id. */
    Optional<JsonNode> executor(String id) {
        return executors().stream()
                .filter(executor -> executor.path("id").asText().equals(id))
                .findFirst();
    }

    private Optional<JsonNode> get(String path) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(root + path)).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? Optional.of(new ObjectMapper().readTree(response.body()))
                    : Optional.empty();
        } catch (IOException e) {
            // Not there yet, or not there any more.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
