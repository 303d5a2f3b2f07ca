// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.ExitStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Whether anything answers where a standalone master should be: Spark itself would try for a minute. */
final class MasterProbe {

    private static final String STANDALONE = "spark://";
    private static final int TIMEOUT_MILLIS = 5_000;

    private MasterProbe() {}

    static void require(String master) throws EngineException {
        if (!master.startsWith(STANDALONE)) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (String address : master.substring(STANDALONE.length()).split(",", -1)) {
            try {
                connect(address);
                return;
            } catch (IOException | IllegalArgumentException e) {
                problems.add(address + ": " + e.getMessage());
            }
        }
        throw new EngineException(
                ExitStatus.IO,
                "no Spark master answers at " + master + " (" + String.join("; ", problems)
                        + "); start it, or correct --master");
    }

    private static void connect(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no port; write spark://HOST:PORT");
        }
        int port = Integer.parseInt(address.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.substring(0, colon), port), TIMEOUT_MILLIS);
        }
    }
}
