// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.SchemaElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage that leaves a file readable: it must be refused, or rows would be lost, doubled or mixed up in silence. */
final class DamagedParquetTest {
    @TempDir
    private static Path folder;

    private static List<SoundInput> inputs = List.of();

    @BeforeAll
    static void writeSoundFiles() throws IOException, InputException, SQLException {
        inputs = SoundInputs.write(Files.createDirectory(folder.resolve("sound")));
    }

    @Test
    void aColumnThatHasAnotherNameInARowGroupIsRefused() throws IOException {
        assertThat(refusalOfFooter("plain", footer -> chunk(footer, "namespace").setPath_in_schema(List.of("nam"))))
                .contains("nam of BYTE_ARRAY where the schema has namespace");
        assertThat(refusalOfFooter(
                        "plain", footer -> element(footer, "namespace").setName("namespase")))
                .contains("namespace of BYTE_ARRAY where the schema has namespase");
    }

    @Test
    void columnsInAnotherOrderThanTheSchemaAreRefused() throws IOException {
        assertThat(refusalOfFooter(
                        "plain",
                        footer -> Collections.reverse(
                                footer.getRow_groups().get(1).getColumns())))
                .contains("where the schema has index");
    }

    @Test
    void aLostOrDoubledRowGroupIsRefused() throws IOException {
        assertThat(refusalOfFooter("zstd", footer -> footer.getRow_groups().remove(1)))
                .contains("the row groups have 80 rows, the file 120");
        assertThat(refusalOfFooter(
                        "zstd",
                        footer -> footer.getRow_groups()
                                .add(footer.getRow_groups().get(0))))
                .contains("the row groups have 160 rows, the file 120");
    }

    @Test
    void rowsThatAreNotAsManyAsValuesAreRefused() throws IOException {
        assertThat(refusalOfFooter("snappy", footer -> {
                    footer.setNum_rows(119);
                    footer.getRow_groups().get(2).setNum_rows(39);
                }))
                .contains("has 40 values in 39 rows");
        assertThat(refusalOfFirstPage(
                        "dictionary",
                        "namespace",
                        header -> header.getData_page_header().setNum_values(16)))
                .contains("column namespace: ")
                .contains("values more than the footer says");
    }

    @Test
    void aDecimalWithTwoScalesIsRefused() throws IOException {
        assertThat(refusalOfFooter(
                        "plain",
                        footer -> element(footer, "node_capacity_cpu_core_seconds")
                                .setScale(3)))
                .contains("is a decimal of scale 2, precision 9 and also of scale 3");
    }

    @Test
    void aDecimalThatDoesNotFitItsBytesIsRefused() throws IOException {
        assertThat(refusalOfFooter(
                        "plain",
                        footer -> element(footer, "pod_request_memory_byte_seconds")
                                .setType_length(1)))
                .contains("is a decimal of 20 digits, which its FIXED_LEN_BYTE_ARRAY cannot hold");
    }

    @Test
    void aColumnThatIsNeitherRequiredNorOptionalIsRefused() throws IOException {
        assertThat(refusalOfFooter("plain", footer -> element(footer, "node").unsetRepetition_type()))
                .contains("column node has no repetition");
    }

    @Test
    void aLevelBeyondTheLargestIsRefused() throws IOException {
        SoundInput input = input("v2");
        SoundFile file = input.files().get(0);
        PagePlace page = pages(file, "namespace").get(0);
        byte[] bytes = file.bytes().clone();
        Arrays.fill(bytes, page.body(), page.values(), (byte) 2);
        assertThat(refusal(input, bytes)).contains("column namespace: has a definition level of 2 where 1 is");
    }

    @Test
    void aMapWhoseKeysAndValuesFallIntoDifferentRowsIsRefused() throws IOException {
        SoundInput input = input("v2");
        SoundFile file = input.files().get(0);
        PagePlace keys = pages(file, "key").get(0);
        int repetition = keys.header(file.bytes()).getData_page_header_v2().getRepetition_levels_byte_length();
        byte[] bytes = file.bytes().clone();
        bytes[keys.body() + repetition - 1] ^= 1;
        assertThat(refusal(input, bytes)).contains("column pod_labels: has keys and values of different rows");
    }

    @Test
    void aPageThatEndsInItsFirstNumberIsRefused() throws IOException {
        SoundInput input = input("v2");
        SoundFile file = input.files().get(0);
        PagePlace page = pages(file, "namespace").get(0);
        PageHeader header = page.header(file.bytes());
        byte[] body = Arrays.copyOfRange(file.bytes(), page.body(), page.values());
        header.setCompressed_page_size(body.length).setUncompressed_page_size(body.length);
        PageMutation.Replacement emptied = new PageMutation.Replacement(page, header, body);
        assertThat(refusal(input, PageMutation.replaced(file, List.of(emptied))))
                .contains("column namespace: has a page that cannot be decoded");
    }

    @Test
    void noRoomIsMadeForWhatAPageCannotHold() throws IOException {
        assertThat(refusalOfFirstPage("snappy", "namespace", header -> header.setUncompressed_page_size(50_000)))
                .contains("column namespace: has a page of ")
                .contains("that claims to become 50000");
        SoundInput input = input("dictionary");
        SoundFile file = input.files().get(0);
        PagePlace page = pages(file, "namespace").get(0);
        PageHeader header = page.header(file.bytes());
        header.getDictionary_page_header().setNum_values(1_000_000);
        byte[] body = Arrays.copyOfRange(file.bytes(), page.body(), page.end());
        PageMutation.Replacement claim = new PageMutation.Replacement(page, header, body);
        assertThat(refusal(input, PageMutation.replaced(file, List.of(claim))))
                .contains("column namespace: has a dictionary of 1000000 entries in ");
    }

    private static String refusalOfFirstPage(String name, String column, Consumer<PageHeader> change)
            throws IOException {
        SoundInput input = input(name);
        SoundFile file = input.files().get(0);
        PagePlace page = pages(file, column).stream()
                .filter(each -> !each.isDictionary())
                .findFirst()
                .orElseThrow();
        PageHeader header = page.header(file.bytes());
        change.accept(header);
        byte[] body = Arrays.copyOfRange(file.bytes(), page.body(), page.end());
        return refusal(input, PageMutation.replaced(file, List.of(new PageMutation.Replacement(page, header, body))));
    }

    private static String refusalOfFooter(String name, Consumer<FileMetaData> change) throws IOException {
        SoundInput input = input(name);
        SoundFile file = input.files().get(0);
        FileMetaData footer = file.footer();
        change.accept(footer);
        return refusal(input, FooterMutation.withFooter(file.bytes(), file.footerStart(), footer));
    }

    /** The message, after the name of the file. */
    private static String refusal(SoundInput input, byte[] damaged) throws IOException {
        Path place = Files.createTempDirectory(folder, "damaged");
        Path file = Files.write(place.resolve("pod_usage.parquet"), damaged);
        Path output = place.resolve("summary.csv");
        InputException refusal = catchThrowableOfType(
                InputException.class,
                () -> Aggregator.run(
                        Setting.PLAIN.config(input.pathsWith(input.files().get(0), file), input.params(), output)));
        assertThat(output).doesNotExist();
        assertThat(refusal).hasMessageStartingWith(file + ": ");
        return String.valueOf(refusal.getMessage()).substring(file.toString().length());
    }

    private static SoundInput input(String name) {
        return inputs.stream()
                .filter(input -> input.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SchemaElement element(FileMetaData footer, String name) {
        return footer.getSchema().stream()
                .filter(element -> element.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ColumnMetaData chunk(FileMetaData footer, String name) {
        return footer.getRow_groups().get(0).getColumns().stream()
                .map(column -> column.getMeta_data())
                .filter(column -> column.getPath_in_schema()
                        .get(column.getPath_in_schema().size() - 1)
                        .equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<PagePlace> pages(SoundFile file, String column) {
        ColumnMetaData chunk = chunk(file.footer(), column);
        long start = SoundFile.start(chunk);
        return file.pages().stream()
                .filter(page -> page.start() >= start && page.start() < start + chunk.getTotal_compressed_size())
                .toList();
    }
}
