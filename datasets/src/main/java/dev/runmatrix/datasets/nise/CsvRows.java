// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV file, compressed or not, one after the other, and the hash of the file once all have been read. */
final class CsvRows implements Closeable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1F8B;

    private final CountedInput raw;
    private final LimitedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;

    CsvRows(Path file) throws IOException, Unreadable {
        raw = new CountedInput(Files.newInputStream(file));
        try {
            InputStream plain = isGzip(file) ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
            text = new LimitedReader(new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder()));
            parser = CSVParser.builder()
                    .setReader(text)
                    .setFormat(CSVFormat.DEFAULT)
                    .get();
        } catch (IOException e) {
            raw.close();
            throw new Unreadable(1, reason(e));
        }
        rows = parser.iterator();
    }

    /** By its first bytes: names lie. */
    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && ((magic[0] & 0xFF) << 8 | (magic[1] & 0xFF)) == GZIP_MAGIC;
        }
    }

    /** A row cannot be told from what follows it: no more rows can be read from the file. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final long line;

        Unreadable(long line, String message) {
            super(message);
            this.line = line;
        }

        long line() {
            return line;
        }
    }

    /** The next row, absent after the last one. */
    Optional<CSVRecord> next() throws IOException, Unreadable {
        long before = parser.getCurrentLineNumber() + 1;
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            CSVRecord row = rows.next();
            text.rowRead();
            return Optional.of(row);
        } catch (UncheckedIOException e) {
            throw new Unreadable(before, reason(Objects.requireNonNull(e.getCause())));
        } catch (IllegalStateException e) {
            // The parser's word for a row that breaks off.
            throw new Unreadable(before, "is no CSV from here on");
        }
    }

    private static String reason(IOException e) throws IOException {
        if (e instanceof LimitedReader.RowTooLong) {
            return "begins " + e.getMessage();
        }
        if (e instanceof CharacterCodingException) {
            return "is not UTF-8 text near here";
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return "is compressed, and cut off or damaged near here";
        }
        if (e instanceof org.apache.commons.csv.CSVException) {
            return "is no CSV from here on: a quote that is not closed, or text behind one";
        }
        throw e;
    }

    /** The line on which a row begins that has just been read. */
    long line(CSVRecord row) {
        long breaks = row.stream()
                .mapToLong(field -> field.chars().filter(c -> c == '\n').count())
                .sum();
        return Math.max(1, parser.getCurrentLineNumber() - breaks);
    }

    /** How far into the file as it is on the disk. */
    long bytesRead() {
        return raw.count;
    }

    /** SHA-256 of the file as it is on the disk, hexadecimal; whatever has not been read of it is read now. */
    String sha256Hex() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        while (raw.read(buffer) >= 0) {
            // The hash is what it is read for.
        }
        return HexFormat.of().formatHex(raw.getMessageDigest().digest());
    }

    /** Hashes and counts the bytes that are read. */
    private static final class CountedInput extends DigestInputStream {

        private long count;

        CountedInput(InputStream in) {
            super(in, sha256());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (raw) {
            parser.close();
        }
    }
}
