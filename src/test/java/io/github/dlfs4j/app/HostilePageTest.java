package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page while others keep its server busy with requests that do not end. */
class HostilePageTest {
    private static ServedPage page;

    private final List<Socket> sockets = new ArrayList<>();

    @BeforeAll
    static void serve(@TempDir Path saves) throws IOException {
        page = new ServedPage(saves);
    }

    @AfterAll
    static void end() {
        if (page != null) {
            page.close();
        }
    }

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

    /** A request has a minute; if it had to wait for the limits of the others, it would take four. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1000 | \"\"",
                "1000 | G",
                "1000 | GET / HTTP/1.1;Host: OWN;X: ",
                "1000 | POST /api/training HTTP/1.1;Host: OWN;Origin: http://OWN;Content-Type: application/json;Content-Length: 99;;{",
                "200 | POST /api/predict HTTP/1.1;Host: OWN;Content-Length: 99;;",
                "200 | GET /page.js HTTP/1.1;Host: OWN;Content-Length: 99;;",
            })
    void answersDuringManyUnfinishedRequests(int count, String request) throws Exception {
        open(count, request.replace(";", "\r\n").replace("OWN", "127.0.0.1:" + page.port()));
        assertThatThePageWorks();
    }

    /** Each sends as much as it can: only the first kilobytes are read. */
    @Test
    void answersDuringEndlessHeads() throws Exception {
        for (int i = 0; i < 100; i++) {
            open(1, "GET /" + "x".repeat(60_000));
            open(1, "GET / HTTP/1.1\r\n" + "X: x\r\n".repeat(190));
        }
        assertThatThePageWorks();
    }

    @Test
    void answersWhileTabsAndUnfinishedRequestsFillItsThreads() throws Exception {
        page.listen(128);
        open(200, "GET / HTT");
        assertThatThePageWorks();
    }
}
