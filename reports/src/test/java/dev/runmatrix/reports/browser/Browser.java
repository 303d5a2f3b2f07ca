// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium with a profile of its own. It shows one page at a time and ends with the virtual machine, however that ends. */
public final class Browser implements AutoCloseable {

    private static final int HEIGHT = 900;

    /** Warns of protocols that nobody speaks here; kept, because loggers that nobody keeps forget their level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    /** What the security policy of a page refuses, from its first byte on. */
    private static final String WITNESS = "window.refused = [];"
            + "document.addEventListener('securitypolicyviolation',"
            + " (event) => window.refused.push(event.violatedDirective + ' ' + event.blockedURI));";

    private final Path folder;
    private final ChromeDriverService service;
    private final Session session;
    private final Thread end = new Thread(this::stop, "end of the browser");

    private Browser(Path folder, ChromeDriverService service, Session session) {
        this.folder = folder;
        this.service = service;
        this.session = session;
    }

    static Browser start(Installation programs) throws IOException, NoBrowserException {
        SELENIUM.setLevel(Level.SEVERE);
        Path folder = Files.createTempDirectory("browser");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Leash.around(programs.driver(), folder).toFile())
                .usingAnyFreePort()
                .withLogFile(folder.resolve("driver.log").toFile())
                .build();
        try {
            Browser browser = new Browser(folder, service, new Session(service, options(programs, folder)));
            Runtime.getRuntime().addShutdownHook(browser.end);
            browser.session.tell("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WITNESS));
            return browser;
        } catch (WebDriverException e) {
            service.stop();
            delete(folder);
            throw new NoBrowserException(programs.browser() + " does not start: " + e.getRawMessage(), e);
        }
    }

    private static ChromeOptions options(Installation programs, Path folder) throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(programs.browser().toFile());
        // Over pipes, so that the browser ends when they break.
        options.addArguments(
                "--headless",
                "--remote-debugging-pipe",
                "--user-data-dir=" + folder.resolve("profile"),
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--force-color-profile=srgb");
        if (isRoot()) {
            options.addArguments("--no-sandbox");
        }
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        return options;
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** Opens a file. */
    public Page open(Path file, View view) {
        return open(file.toUri(), view);
    }

    public Page open(URI address, View view) {
        session.tell("Emulation.setScriptExecutionDisabled", Map.of("value", !view.scripted()));
        session.tell(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", view.width(), "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
        session.tell(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        view.printed() ? "print" : "screen",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", view.dark() ? "dark" : "light"))));
        // An address that differs in its fragment only would leave the old page in place.
        session.get("about:blank");
        Page page = new Page(session);
        page.forget();
        session.get(address.toString());
        return page;
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        stop();
    }

    private void stop() {
        try {
            session.quit();
        } finally {
            service.stop();
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete()) {
                    file.deleteOnExit();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
