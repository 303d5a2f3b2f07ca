// SPDX-License-Identifier: Apache-2.0

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

/** Reads both reports of a run as their readers' programs do, with the JDK alone: {@code java .ci/ParseReports.java RUN}. */
class ParseReports {

    public static void main(String[] args) throws Exception {
        Path run = Path.of(args[0]);
        html(Files.readString(run.resolve("report.html")));
        markdown(Files.readAllLines(run.resolve("report.md")));
        System.out.println("Both reports parse.");
    }

    private static void html(String page) throws Exception {
        // Scripts are no XML; everything else is written so that it is.
        String markup = page.replaceAll("(?s)(<script[^>]*>).*?(</script>)", "$1$2");
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(markup.getBytes(StandardCharsets.UTF_8)));
        require(document.getElementsByTagName("table").getLength() > 0, "report.html has no table");
        require(document.getElementsByTagName("svg").getLength() > 0, "report.html has no chart");
    }

    private static void markdown(List<String> lines) {
        int tables = 0;
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).matches("\\|(:?-+:?\\|)+")) {
                tables++;
                int columns = cells(lines.get(i));
                require(cells(lines.get(i - 1)) == columns, "report.md:" + i + ": header and rule differ");
                for (int row = i + 1; row < lines.size() && lines.get(row).startsWith("|"); row++) {
                    require(cells(lines.get(row)) == columns, "report.md:" + (row + 1) + ": not " + columns + " cells");
                }
            }
        }
        require(tables > 0, "report.md has no table");
    }

    private static int cells(String line) {
        return line.replace("\\|", "").split("\\|", -1).length - 2;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
