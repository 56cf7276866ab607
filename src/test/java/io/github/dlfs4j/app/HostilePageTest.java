package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.page.server.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page while others keep its server busy with requests that do not end, or that cost much. */
class HostilePageTest extends WithServedPage {
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void open(int count, String bytes) throws IOException {
        for (int i = 0; i < count; i++) {
            Socket socket = page.connect();
            sockets.add(socket);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    private void assertThatThePageWorks() throws Exception {
        assertThat(page.get("/").body()).startsWith("<!DOCTYPE html>");
        assertThat(page.train("\"pause\"").body()).isEqualTo("{\"error\":\"there is no training\"}");
    }

    /** A request has two minutes; if 64 had to be cut before the next 64 are read, it would take longer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1000 | \"\"",
                "1000 | G",
                "1000 | GET / HTTP/1.1;Host: OWN;X: ",
                "1000 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 99;;{",
                "1000 | POST /api/picture HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/octet-stream;Content-Length: 99;;x",
                "200 | POST /api/predict HTTP/1.1;Host: OWN;Content-Length: 99;;",
                "200 | GET /page.js HTTP/1.1;Host: OWN;Content-Length: 99;;",
            })
    void thePageAnswersDuringManyUnfinishedRequests(int count, String request) throws Exception {
        open(count, request.replace(";", "\r\n").replace("OWN", "127.0.0.1:" + page.port()));
        assertThatThePageWorks();
    }

    @Tag("long")
    @Test
    void thePageAnswersHostileRequestsWithTheUsualLimits(@TempDir Path saves) throws Exception {
        page.close();
        page = new ServedPage(new DataSource(Optional.of(Path.of("data"))), saves, Limits.USUAL);
        thePageAnswersDuringManyUnfinishedRequests(1000, "GET / HTTP/1.1;Host: OWN;X: ");
        thePageAnswersEachOfManyHeavyPictures(40);
    }

    /** Each sends as much as it can: only the first kilobytes are read. */
    @Test
    void thePageAnswersDuringEndlessHeads() throws Exception {
        for (int i = 0; i < 100; i++) {
            open(1, "GET /" + "x".repeat(60_000));
            open(1, "GET / HTTP/1.1\r\n" + "X: x\r\n".repeat(190));
        }
        assertThatThePageWorks();
    }

    /** Returns a PNG of black pixels, whose every byte the decoder predicts from three neighbours (Paeth's filter). */
    private static byte[] heavyPicture(int side) throws IOException {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream rows = new DeflaterOutputStream(deflated)) {
            byte[] row = new byte[1 + 8 * side];
            row[0] = 4;
            for (int i = 0; i < side; i++) {
                rows.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] header = {16, 6, 0, 0, 0}; // 16 bits of red, green, blue and alpha
        png.writeBytes(chunk(
                "IHDR",
                ByteBuffer.allocate(13).putInt(side).putInt(side).put(header).array()));
        png.writeBytes(chunk("IDAT", deflated.toByteArray()));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    /** Two are decoded at once; the others wait for some time, and are told so then. None has a digit. */
    @ParameterizedTest
    @ValueSource(ints = 12)
    void thePageAnswersEachOfManyHeavyPictures(int clients) throws Exception {
        byte[] picture = heavyPicture(400);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<HttpResponse<String>>> uploads =
                    Collections.nCopies(clients, () -> page.upload("/api/picture", picture));
            for (Future<HttpResponse<String>> upload : threads.invokeAll(uploads)) {
                HttpResponse<String> answer = upload.get();
                assertThat(answer.statusCode()).as(answer.body()).isIn(400, 503);
                assertThat(answer.body()).containsAnyOf("no digit was found", "please try again");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void thePageAnswersWhileTabsAndRequestsFillItsThreads() throws Exception {
        page.listen(128);
        open(200, "GET / HTT");
        assertThatThePageWorks();
    }
}
