// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.fork;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What a fork is to do. It travels as a properties file rather than as JSON, so that no JSON library is loaded before
 * the measured region begins: a cold process would not have it either.
 *
 * @param axes the cell's axes and values
 * @param inputs files, folders and addresses to read
 * @param params parameters of the aggregation
 * @param output the file to write
 * @param report where the fork leaves its {@link ForkReport}
 */
public record ForkTask(Map<String, String> axes, List<String> inputs, Path params, Path output, Path report) {

    /** System property of a fork: the file that holds its task. */
    public static final String PROPERTY = "runmatrix.cell";

    private static final String AXIS = "axis.";
    private static final String INPUT = "input.";

    public ForkTask {
        axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
        inputs = List.copyOf(inputs);
    }

    /** The task of this JVM. */
    public static ForkTask ofThisJvm() throws IOException {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            throw new IOException("-D" + PROPERTY + " is missing: this benchmark is started by run-matrix only");
        }
        return read(Path.of(file));
    }

    /** Writes the task to a file. */
    public void write(Path file) throws IOException {
        Properties text = new Properties();
        axes.forEach((axis, value) -> text.setProperty(AXIS + axis, value));
        for (int i = 0; i < inputs.size(); i++) {
            text.setProperty(INPUT + i, inputs.get(i));
        }
        text.setProperty("params", params.toString());
        text.setProperty("output", output.toString());
        text.setProperty("report", report.toString());
        PropertyFile.write(file, text);
    }

    /** Reads a task back; the axes come in alphabetic order. */
    public static ForkTask read(Path file) throws IOException {
        Properties text = PropertyFile.read(file);
        Map<String, String> axes = new LinkedHashMap<>();
        text.stringPropertyNames().stream()
                .filter(key -> key.startsWith(AXIS))
                .sorted()
                .forEach(key -> axes.put(key.substring(AXIS.length()), text.getProperty(key)));
        List<String> inputs = new ArrayList<>();
        for (String input = text.getProperty(INPUT + 0); input != null; ) {
            inputs.add(input);
            input = text.getProperty(INPUT + inputs.size());
        }
        return new ForkTask(
                axes,
                inputs,
                Path.of(PropertyFile.require(file, text, "params")),
                Path.of(PropertyFile.require(file, text, "output")),
                Path.of(PropertyFile.require(file, text, "report")));
    }
}
