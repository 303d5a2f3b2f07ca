// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.util.Map;
import org.openqa.selenium.chrome.AddHasCdp;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.chromium.ChromiumDriverCommandExecutor;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.service.DriverService;

/** A driver that is told its programs: the usual one asks a manager for them, which would fetch what it misses. */
final class Session extends ChromiumDriver {

    Session(DriverService service, ChromeOptions options) {
        super(
                new ChromiumDriverCommandExecutor(
                        service, new AddHasCdp().getAdditionalCommands(), ClientConfig.defaultConfig()),
                options,
                ChromeOptions.CAPABILITY);
        cdp = new AddHasCdp().getImplementation(getCapabilities(), getExecuteMethod());
    }

    /** Sends a command of the DevTools protocol. */
    Map<String, Object> tell(String command, Map<String, Object> parameters) {
        return executeCdpCommand(command, parameters);
    }
}
