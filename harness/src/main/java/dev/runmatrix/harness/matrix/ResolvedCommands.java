// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The programs and hooks of a matrix as parts of a matrix file again. */
final class ResolvedCommands {

    private ResolvedCommands() {}

    static Map<String, Object> targets(MatrixSpec spec) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("target", ResolvedMatrix.ordered("kind", "jmh", "jvm_args", spec.jvmArgs()));
        List<Object> some = new ArrayList<>();
        for (CommandTarget target : spec.commands()) {
            Map<String, Object> written = new LinkedHashMap<>();
            if (target.when().isEmpty()) {
                written.put("kind", "command");
                root.put("target", written);
            } else {
                written.put("when", ResolvedMatrix.setting(target.when()));
                some.add(written);
            }
            written.put("command", target.command());
            if (!target.environment().isEmpty()) {
                written.put("env", target.environment());
            }
            target.directory().ifPresent(directory -> written.put("directory", directory));
            target.verify().ifPresent(verify -> written.put("verify", verify));
            target.build().ifPresent(build -> written.put("build", build));
        }
        if (!some.isEmpty()) {
            root.put("targets", some);
        }
        return root;
    }

    /** The moments that have commands. */
    static Map<String, Object> hooks(Hooks hooks) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("setup", hooks.setup());
        written.put("prepare", hooks.prepare());
        written.put("conclude", hooks.conclude());
        written.put("cleanup", hooks.cleanup());
        written.values().removeIf(List.of()::equals);
        return written;
    }
}
