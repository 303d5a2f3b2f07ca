// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogEntries;
import org.openqa.selenium.logging.LogType;

/** The page that the browser shows; another one takes its place when the browser opens it. */
public final class Page {

    private final Session session;

    Page(Session session) {
        this.session = session;
    }

    /** The driver, for what a reader does: click, type, move. */
    public WebDriver driver() {
        return session;
    }

    /** A command of the DevTools protocol. */
    public Map<String, Object> tell(String command, Map<String, Object> parameters) {
        return session.tell(command, parameters);
    }

    /** The first element of a CSS selector. */
    public WebElement element(String selector) {
        return session.findElement(By.cssSelector(selector));
    }

    public List<WebElement> elements(String selector) {
        return session.findElements(By.cssSelector(selector));
    }

    /** Runs the body of a function and gives what it returns; texts, numbers, truths, lists and maps come back. */
    public Object ask(String script, Object... arguments) {
        return Objects.requireNonNull(session.executeScript(script, arguments), () -> "nothing came of " + script);
    }

    /** Runs the body of a function that returns a list of texts. */
    public List<String> texts(String script, Object... arguments) {
        return ((List<?>) ask(script, arguments)).stream().map(String::valueOf).toList();
    }

    /** Runs the body of a function that calls its last argument with a list of texts. */
    public List<String> awaited(String script, Object... arguments) {
        Object answer = session.executeAsyncScript(script, arguments);
        return ((List<?>) Objects.requireNonNull(answer))
                .stream().map(String::valueOf).toList();
    }

    public long number(String script, Object... arguments) {
        return ((Number) ask(script, arguments)).longValue();
    }

    /** What the console was told since the last call, or since the page was opened. */
    public List<String> messages() {
        return logged(LogType.BROWSER).getAll().stream().map(String::valueOf).toList();
    }

    /** Addresses that were asked for since the last call, or since the page was opened; the page's own first. */
    public List<String> requests() {
        Json json = new Json();
        return logged(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> json.<Map<String, Map<String, Object>>>toType(entry.getMessage(), Json.MAP_TYPE))
                .map(event -> Objects.requireNonNull(event.get("message")))
                .filter(event -> "Network.requestWillBeSent".equals(event.get("method")))
                .map(event -> (Map<?, ?>) Objects.requireNonNull(event.get("params")))
                .map(request -> (Map<?, ?>) Objects.requireNonNull(request.get("request")))
                .map(request -> String.valueOf(request.get("url")))
                .toList();
    }

    /** What the page's own policy refused it; empty where scripts are off. */
    public List<String> refused() {
        return texts("return window.refused || []");
    }

    void forget() {
        logged(LogType.BROWSER);
        logged(LogType.PERFORMANCE);
    }

    private LogEntries logged(String kind) {
        return session.manage().logs().get(kind);
    }

    /** The page on paper, as the page itself says how. */
    public byte[] pdf() {
        // A page that pretends to be on a screen does not say how large its sheets are.
        session.tell("Emulation.setEmulatedMedia", Map.of("media", ""));
        Map<String, Object> printed =
                session.tell("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
        return Base64.getDecoder().decode(String.valueOf(printed.get("data")));
    }
}
