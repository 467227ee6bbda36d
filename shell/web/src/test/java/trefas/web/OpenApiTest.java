package trefas.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The description is the promise: every path in it answers as it says, and the server has no others.
class OpenApiTest {

    private final Map<?, ?> document = document();

    @TestFactory
    List<DynamicTest> everyPathAnswersAsDescribed() {
        return map(document, "paths").entrySet().stream()
                .flatMap(path -> ((Map<?, ?>) path.getValue())
                        .entrySet().stream()
                                .filter(operation -> !operation.getKey().equals("parameters"))
                                .map(operation -> DynamicTest.dynamicTest(
                                        operation.getKey() + " " + path.getKey(),
                                        () -> answersAsDescribed(
                                                path.getKey().toString(),
                                                operation.getKey().toString(),
                                                (Map<?, ?>) operation.getValue()))))
                .toList();
    }

    @Test
    void everyPathOfTheServerIsDescribed() {
        Set<String> described = map(document, "paths").keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(
                new TreeSet<>(List.of(
                        "/healthz",
                        "/readyz",
                        "/openapi.yaml",
                        "/api/v1/meters",
                        "/api/v1/meters/{serial}",
                        "/api/v1/meters/{serial}/registers",
                        "/api/v1/meters/{serial}/display",
                        "/api/v1/meters/{serial}/buttons/left",
                        "/api/v1/meters/{serial}/buttons/right",
                        "/api/v1/meters/{serial}/grid",
                        "/api/v1/meters/{serial}/module",
                        "/api/v1/stream")),
                described);
    }

    private void answersAsDescribed(String path, String method, Map<?, ?> operation) throws Exception {
        try (var browser = new Browser()) {
            var query = new StringBuilder();
            for (Object parameter : (List<?>) optional(operation, "parameters", List.of())) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(((Map<?, ?>) parameter).get("name"))
                        .append('=')
                        .append(((Map<?, ?>) parameter).get("example"));
            }
            String address = (path + query).replace("{serial}", FakeDesk.SERIAL);
            Map<?, ?> responses = map(operation, "responses");
            if (path.equals("/api/v1/stream")) {
                HttpResponse<InputStream> stream = browser.send(BodyHandlers.ofInputStream(), address);
                try (InputStream body = stream.body()) {
                    assertEquals('r', body.read());
                    check(responses, stream.statusCode(), type(stream), "");
                }
                return;
            }
            HttpResponse<String> answer = browser.send(
                    method.toUpperCase(Locale.ROOT), address, method.equals("put") ? example(operation) : "");
            check(responses, answer.statusCode(), type(answer), answer.body());
        }
    }

    /// The example of its body as JSON.
    private static String example(Map<?, ?> operation) {
        Map<?, ?> example = map(map(map(map(operation, "requestBody"), "content"), "application/json"), "example");
        return example.entrySet().stream()
                .map(property -> "\"" + property.getKey() + "\":\"" + property.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// The success that is described came, with its content type and every property it requires.
    private void check(Map<?, ?> responses, int status, String contentType, String body) {
        Map<?, ?> response = resolved(map(responses, String.valueOf(status)));
        assertTrue(status < 300, "status " + status + ": " + body);
        Map<?, ?> content = (Map<?, ?>) optional(response, "content", Map.of());
        if (content.isEmpty()) {
            assertEquals("", body);
            return;
        }
        assertTrue(content.containsKey(contentType), contentType);
        Map<?, ?> schema = resolved(map((Map<?, ?>) content.get(contentType), "schema"));
        for (Object property : (List<?>) optional(schema, "required", List.of())) {
            assertTrue(body.contains("\"" + property + "\":"), property + " in " + body);
        }
    }

    private Map<?, ?> resolved(Map<?, ?> maybeReference) {
        Map<?, ?> found = maybeReference;
        if (maybeReference.get("$ref") instanceof String reference) {
            found = document;
            for (String step : reference.substring("#/".length()).split("/", -1)) {
                found = map(found, step);
            }
        }
        return found;
    }

    private static Object optional(Map<?, ?> map, String key, Object otherwise) {
        return Objects.requireNonNullElse(map.get(key), otherwise);
    }

    private static Map<?, ?> map(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Map<?, ?> found) {
            return found;
        }
        throw new AssertionError(key + " is missing");
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static Map<?, ?> document() {
        byte[] octets = new PageFiles().at("/openapi.yaml").orElseThrow().octets(false);
        return (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(new String(octets, StandardCharsets.UTF_8));
    }
}
