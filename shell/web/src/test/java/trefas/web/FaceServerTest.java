package trefas.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceServerTest {

    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        browser = new Browser();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest(name = "GET {0} has {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /healthz                                        | {"status":"up"}
                    /readyz                                         | {"status":"up"}
                    /api/v1/meters                                  | "serial":"21830417","type":"6841439BN244100999","demo":true
                    /api/v1/meters/21830417                         | "speed":"×1","pulses":12345678
                    /api/v1/meters/21830417                         | "t":"2026-11-22T14:37:05+01:00"
                    /api/v1/meters/21830417                         | "p":[1472.0,992.0,736.0]
                    /api/v1/meters/21830417                         | "drivenBy":"a simulated house","plate":["0.25
                    /api/v1/meters/21830417/display                 | "value":[63,63,6,91,79,102,237,125,7]
                    /api/v1/meters/21830417/display                 | "marks":["UPPER_K","UPPER_W","UPPER_H","AXES","P_PLUS","Q_PLUS","L1","L2","L3"
                    /api/v1/meters/21830417/display                 | "sentence":"1.8.0 0012345.67 kWh, imported active energy"
                    /api/v1/meters/21830417/registers               | "obis":"1-1:64.8.0*255","title":"R- L3","value":0,"scaler":1,"unit":"varh"
                    /api/v1/meters/21830417/registers?obis=2.8.0,1-1:1.8.0*255 | "registers":[{"obis":"1-1:2.8.0*255","title":"A-","value":120841,"scaler":1,"unit":"Wh"},{"obis":"1-1:1.8.0*255"
                    /api/v1/meters/21830417/grid                    | "id":"load","title":"Load","kind":"slider","unit":"kW","unitBelowZero":"","min":0.0,"max":14.0,"step":0.05,"value":3.2,"automatic":true
                    /api/v1/meters/21830417/grid                    | "id":"swapped","title":"Phases swapped","kind":"switch","on":false
                    /api/v1/meters/21830417/module                  | {"used":true,"ports":[{"port":1,"use":"pulse input","direction":"input","on":false,"count":17,"unit":"m³"},{"port":2,"use":"load 1","direction":"output","on":false}],"relays":[{"relay":1,"on":false,"waitSeconds":9,"why":"tariff 2 puts it on, in 9 s"}]
                    /api/v1/meters/21830417/module                  | "controls":[{"id":"magnet","title":"Magnet near","kind":"switch","on":false}
                    """)
    void readsAnswerInJson(String path, String part) throws Exception {
        HttpResponse<String> answer = browser.get(path);

        assertEquals(200, answer.statusCode());
        assertEquals("application/json", header(answer, "Content-Type"));
        assertTrue(answer.body().contains(part), answer::body);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /nowhere                                     | ''           | 404 | There is nothing at /nowhere; /openapi.yaml lists what there is.
                    GET    | /api/v1/metersoup                            | ''           | 404 | There is nothing at /api/v1/metersoup; /openapi.yaml lists what there is.
                    GET    | /api/v1/meters/11111111                      | ''           | 404 | There is no such meter; this is meter 21830417.
                    POST   | /api/v1/meters/11111111/buttons/left         | ''           | 404 | There is no such meter; this is meter 21830417.
                    GET    | /api/v1/meters/21830417/breaker              | ''           | 404 | There is nothing at /api/v1/meters/21830417/breaker; /openapi.yaml lists what there is.
                    GET    | /api/v1/meters/21830417/registers?obis=1.8   | ''           | 400 | "1.8" is not an OBIS code such as 1.8.0.
                    GET    | /api/v1/meters/21830417/registers?obis=9.9.0 | ''           | 404 | This meter has no register 9.9.0.
                    GET    | /api/v1/meters/21830417/registers?all        | ''           | 400 | The only parameter is obis, as in ?obis=1.8.0,2.8.0.
                    DELETE | /api/v1/meters/21830417                      | ''           | 405 | This address takes GET, HEAD only.
                    GET    | /api/v1/meters/21830417/buttons/left         | ''           | 405 | This address takes POST only.
                    POST   | /api/v1/meters/21830417/buttons/left         | {"hold":6}   | 400 | Send nothing for a short press, or {"hold": "6s"}.
                    POST   | /api/v1/meters/21830417/buttons/left         | {"slot":"vertical"} | 400 | Send nothing for a short press, or {"hold": "6s"}.
                    POST   | /api/v1/meters/21830417/buttons/left         | {"hold":"6s"}x | 400 | Send nothing for a short press, or {"hold": "6s"}.
                    POST   | /api/v1/meters/21830417/buttons/left         | {"hold":"long"} | 400 | hold takes seconds up to 99 such as "6s" or "0.5s".
                    DELETE | /api/v1/meters/21830417/buttons/right        | ''           | 405 | This address takes GET, HEAD, POST, PUT only.
                    POST   | /api/v1/meters/21830417/buttons/right        | {"hold":"6s"} | 409 | There is nothing to hold it for.
                    PUT    | /api/v1/meters/21830417/buttons/right        | {"slot":"open"} | 400 | Send {"slot": "vertical"} or {"slot": "turned"}.
                    PUT    | /api/v1/meters/21830417/buttons/right        | {}           | 400 | Send {"slot": "vertical"} or {"slot": "turned"}.
                    POST   | /api/v1/meters/21830417/grid                 | {}           | 405 | This address takes GET, HEAD, PUT only.
                    PUT    | /                                            | {}           | 405 | This address takes GET, HEAD only.
                    PUT    | /healthz                                     | {}           | 405 | This address takes GET, HEAD only.
                    PUT    | /api/v1/meters/21830417/grid                 | []           | 400 | Send a JSON object such as {"load": 3.2} or {"load": "auto"}.
                    PUT    | /api/v1/meters/21830417/grid                 | {"wind":1}   | 400 | This meter has no control named "wind".
                    PUT    | /api/v1/meters/21830417/grid                 | {"load":14.1} | 400 | load takes a number from 0.0 to 14.0 kW, or "auto".
                    PUT    | /api/v1/meters/21830417/grid                 | {"load":-1e99} | 400 | load takes a number from 0.0 to 14.0 kW, or "auto".
                    PUT    | /api/v1/meters/21830417/grid                 | {"load":"3"} | 400 | load takes a number from 0.0 to 14.0 kW, or "auto".
                    PUT    | /api/v1/meters/21830417/grid                 | {"load":{}}  | 400 | load takes a number from 0.0 to 14.0 kW, or "auto".
                    PUT    | /api/v1/meters/21830417/grid                 | {"swapped":1} | 400 | swapped is a switch: send true or false.
                    PUT    | /api/v1/meters/21830417/grid                 | {"load":1}{} | 400 | There is something after the JSON object.
                    PUT    | /api/v1/meters/21830417/grid                 | {"voltage":275} | 409 | The insulation holds 270 V only.
                    GET    | /api/v1/stream                               | ''           | 400 | Ask for topics=meter/21830417/live,meter/21830417/display,meter/21830417/grid,meter/21830417/module,meter/21830417/right-button or some of them.
                    GET    | /api/v1/stream?topics=meter/11111111/live    | ''           | 400 | Ask for topics=meter/21830417/live,meter/21830417/display,meter/21830417/grid,meter/21830417/module,meter/21830417/right-button or some of them.
                    POST   | /api/v1/stream?topics=meter/21830417/live    | ''           | 405 | This address takes GET only.
                    """)
    void wrongRequestsGetAProblemInOneSentence(String method, String path, String body, int status, String detail)
            throws Exception {
        HttpResponse<String> answer = browser.send(method, path, body);

        assertEquals(status, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertTrue(
                answer.body().contains("\"status\":" + status + ",\"detail\":\"" + detail.replace("\"", "\\\"") + "\""),
                answer::body);
    }

    @Test
    void ofSeveralControlsAllMoveOrNone() throws Exception {
        String before = browser.get(Browser.METER + "/grid").body();

        HttpResponse<String> refused =
                browser.send("PUT", Browser.METER + "/grid", "{\"load\":5,\"swapped\":true,\"voltage\":275}");
        assertEquals(409, refused.statusCode());
        assertEquals(before, browser.get(Browser.METER + "/grid").body());

        HttpResponse<String> moved =
                browser.send("PUT", Browser.METER + "/grid", "{\"load\":5,\"swapped\":true,\"voltage\":225}");
        assertEquals(200, moved.statusCode());
        assertTrue(moved.body().matches(".*\"value\":5.0,.*\"value\":225.0,.*\"on\":true.*"), moved::body);
    }

    @Test
    void aMagnetComesAndGoes() throws Exception {
        HttpResponse<String> near = browser.send("PUT", Browser.METER + "/module", "{\"magnet\":true}");
        assertEquals(200, near.statusCode());
        assertTrue(near.body().contains("\"id\":\"magnet\",\"title\":\"Magnet near\",\"kind\":\"switch\",\"on\":true"));

        browser.send("PUT", Browser.METER + "/module", "{\"magnet\":false}");
        assertTrue(browser.get(Browser.METER + "/module").body().contains("\"kind\":\"switch\",\"on\":false}"));
    }

    // A port is refused after the magnet was moved, so the magnet goes back.
    @Test
    void ofModuleControlsAllMoveOrNone() throws Exception {
        HttpResponse<String> refused =
                browser.send("PUT", Browser.METER + "/module", "{\"magnet\":true,\"port-1\":true}");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("Without supply the module takes nothing."), refused::body);
        assertTrue(browser.get(Browser.METER + "/module")
                .body()
                .contains("\"title\":\"Magnet near\",\"kind\":\"switch\",\"on\":false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"magnet\":1}", "{\"magnet\":\"auto\"}", "{\"load\":true}", "[true]"})
    void whatIsNoSwitchOfTheModuleIsRefused(String body) throws Exception {
        assertEquals(400, browser.send("PUT", Browser.METER + "/module", body).statusCode());
    }

    @Test
    void aDeskThatThrowsIsAProblemAndNoDroppedLine() throws Exception {
        browser.desk.isBroken = true;
        HttpResponse<String> answer = browser.get(Browser.METER);

        assertEquals(500, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertTrue(
                answer.body()
                        .contains(
                                "\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"The meter could not answer; its log says why.\""),
                answer::body);

        browser.desk.isBroken = false;
        assertEquals(200, browser.get(Browser.METER).statusCode());
    }

    @Test
    void aMeterThatCannotBeReliedOnIsAliveButNotReady() throws Exception {
        assertEquals(200, browser.get("/readyz").statusCode());
        browser.desk.isReady = false;

        assertEquals(503, browser.get("/readyz").statusCode());
        assertEquals(200, browser.get("/healthz").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "load=3", "{\"load\":", "{\"load\" 3}", "nul", "{\"load\":NaN}"})
    void aBodyThatIsNoJsonIsRefused(String body) throws Exception {
        HttpResponse<String> answer = browser.send("PUT", Browser.METER + "/grid", body);

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("\"detail\":\""), answer::body);
    }

    @Test
    void slidersMoveAndCanBeLetGo() throws Exception {
        String moved = browser.send("PUT", Browser.METER + "/grid", "{\"load\": 5.5, \"swapped\": true}")
                .body();
        assertTrue(moved.contains("\"value\":5.5,\"automatic\":false"), moved);
        assertTrue(moved.contains("\"kind\":\"switch\",\"on\":true"), moved);

        String released = browser.send("PUT", Browser.METER + "/grid", "{\"load\": \"auto\"}")
                .body();
        assertTrue(released.contains("\"value\":3.2,\"automatic\":true"), released);
    }

    // All or nothing: the first setting would have been fine.
    @Test
    void nothingMovesWhenOneSettingIsWrong() throws Exception {
        browser.send("PUT", Browser.METER + "/grid", "{\"load\": 5.5, \"wind\": 1}");

        assertTrue(browser.get(Browser.METER + "/grid").body().contains("\"value\":3.2,\"automatic\":true"));
    }

    @Test
    void theLeftButtonPressesTheMetersButton() throws Exception {
        browser.send("POST", Browser.METER + "/buttons/left", "");
        HttpResponse<String> second = browser.send("POST", Browser.METER + "/buttons/left", "");

        assertEquals(204, second.statusCode());
        String display = browser.get(Browser.METER + "/display").body();
        assertTrue(display.contains("\"sentence\":\"2.8.0 0001208.41 kWh, exported active energy\""), display);
    }

    @Test
    void buttonsAreHeldAndTurned() throws Exception {
        String right = Browser.METER + "/buttons/right";
        assertEquals(
                "{\"slot\":\"turned\",\"functions\":[\"utility-list\",\"debiting-stop\"]}",
                browser.get(right).body());

        for (String hold : List.of("0.2s", "5.9s", "6s", "12 s")) {
            assertEquals(
                    204,
                    browser.send("POST", Browser.METER + "/buttons/left", "{\"hold\":\"" + hold + "\"}")
                            .statusCode());
        }
        assertEquals(204, browser.send("PUT", right, "{\"slot\": \"vertical\"}").statusCode());
        assertEquals(204, browser.send("POST", right, "").statusCode());

        assertEquals(
                List.of(ButtonDeed.HOLD_LEFT, ButtonDeed.HOLD_LEFT, ButtonDeed.UNSEAL_RIGHT, ButtonDeed.PRESS_RIGHT),
                browser.desk.deeds);
        assertTrue(browser.get(right).body().startsWith("{\"slot\":\"vertical\""));
        assertTrue(browser.get(Browser.METER + "/display").body().contains("96.1.0 21830417, serial number"));
    }

    @Test
    void headAnswersWithoutBody() throws Exception {
        for (String path : List.of("/", "/healthz", "/api/v1/meters", Browser.METER + "/grid")) {
            HttpResponse<String> answer = browser.send("HEAD", path, "");
            assertEquals(200, answer.statusCode(), path);
            assertEquals("", answer.body(), path);
        }
    }

    @Test
    void bodiesAreLimitedAndMustBeJson() throws Exception {
        String large = "{\"load\": 3" + " ".repeat(FaceServer.BODY_OCTETS_MAX) + "}";
        assertEquals(413, browser.send("PUT", Browser.METER + "/grid", large).statusCode());
        assertEquals(
                415,
                browser.send("PUT", Browser.METER + "/grid", "{\"load\": 3}", "Content-Type", "text/plain")
                        .statusCode());
    }

    @Test
    void aPageFromElsewhereMayNotPress() throws Exception {
        HttpResponse<String> foreign =
                browser.send("POST", Browser.METER + "/buttons/left", "", "Origin", "https://evil.example");
        assertEquals(403, foreign.statusCode());
        assertTrue(foreign.body().contains("A page from https://evil.example may not drive this meter."));

        assertEquals(
                204,
                browser.send("POST", Browser.METER + "/buttons/left", "", "Origin", browser.origin())
                        .statusCode());
    }

    @ParameterizedTest(name = "Host {0}, Origin {1}, Sec-Fetch-Site {2}: reads {3}, changes {4}")
    @CsvSource(delimiter = '|', textBlock = """
                    localhost:8059   | ''                     | ''          | true  | true
                    127.0.0.1:8059   | http://127.0.0.1:8059  | same-origin | true  | true
                    [::1]:8059       | http://[::1]:8059      | none        | true  | true
                    [::1]            | ''                     | ''          | true  | true
                    LOCALHOST        | http://localhost       | ''          | true  | true
                    localhost:8059   | http://localhost:3000  | ''          | true  | false
                    localhost:8059   | https://localhost:8059 | ''          | true  | false
                    localhost:8059   | null                   | ''          | true  | false
                    localhost:8059   | ''                     | cross-site  | true  | false
                    localhost:8059   | ''                     | same-site   | true  | false
                    evil.example     | http://evil.example    | same-origin | false | false
                    127.0.0.1.evil.example:8059 | ''          | ''          | false | false
                    ''               | ''                     | ''          | false | false
                    """)
    void onlyThisComputerAndItsOwnPageAreServed(
            String host, String origin, String site, boolean reads, boolean changes) {
        var headers = new Headers();
        Map.of("Host", host, "Origin", origin, "Sec-Fetch-Site", site).forEach((name, value) -> {
            if (!value.isEmpty()) {
                headers.set(name, value);
            }
        });

        assertEquals(reads, Visitor.refusal(headers, false).isEmpty());
        assertEquals(changes, Visitor.refusal(headers, true).isEmpty());
    }

    @Test
    void aTakenPortIsSaidInOneSentence() {
        var taken = new InetSocketAddress(InetAddress.getLoopbackAddress(), browser.server.port());

        var refused = assertThrows(IOException.class, () -> FaceServer.open(taken, browser.desk));

        assertEquals(
                "The face cannot be served on port " + browser.server.port() + ": Address already in use.",
                refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 10})
    void onlyLoopbackIsListenedOn(byte first) throws IOException {
        var open = new InetSocketAddress(InetAddress.getByAddress(new byte[] {first, 0, 0, 0}), 0);

        var refused = assertThrows(IOException.class, () -> FaceServer.open(open, browser.desk));

        assertTrue(String.valueOf(refused.getMessage())
                .endsWith("it asks for no password, so it listens on 127.0.0.1 or ::1 only."));
    }

    @Test
    void afterClosingThePortIsFree() throws IOException {
        int port = browser.server.port();
        browser.server.close();

        try (var again = FaceServer.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), browser.desk)) {
            assertEquals(port, again.port());
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).or(() -> Optional.of("")).get();
    }
}
