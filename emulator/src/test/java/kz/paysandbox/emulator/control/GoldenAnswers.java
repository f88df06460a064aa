package kz.paysandbox.emulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers of the control surface, without what differs from run to run, and the file that they are held against. */
final class GoldenAnswers {

    private static final Path FILE = Path.of("src/test/resources/kz/paysandbox/emulator/control/control-answers.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Longer lists and objects follow from tables of their own; of them this many entries are enough. */
    private static final int SHOWN = 3;

    private static final int LONG = 20;

    private final StringBuilder answers = new StringBuilder();

    void add(String method, String path, String request, int status, String answer) throws IOException {
        answers.append(method)
                .append(' ')
                .append(path.replaceAll("/payments/\\d{5,}", "/payments/{id}").replaceAll("CB[^/]+", "{id}"))
                .append(request.isEmpty() || request.contains("\n") ? "" : " " + request)
                .append('\n')
                .append(status)
                .append(' ')
                .append(answer.isEmpty() ? "" : comparable(abridged(JSON.readTree(answer))))
                .append("\n\n");
    }

    /** With {@code -Dgolden.write=true} the file is brought up to date instead. */
    void compare() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(FILE, answers);
        } else {
            assertThat(answers.toString()).isEqualTo(Files.readString(FILE));
        }
    }

    private static JsonNode abridged(JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode shorter = JSON.createArrayNode();
            list.forEach(element -> {
                if (shorter.size() < SHOWN || list.size() <= LONG) {
                    shorter.add(abridged(element));
                }
            });
            return shorter;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode shorter = JSON.createObjectNode();
            boolean whole = object.size() <= LONG;
            object.properties().forEach(member -> {
                boolean shown = shorter.size() < SHOWN || whole;
                shorter.set(member.getKey(), shown ? abridged(member.getValue()) : TextNode.valueOf("…"));
            });
            return shorter;
        }
        return node;
    }

    /** Without what differs from run to run: ports, keys, versions, real times. */
    private static String comparable(JsonNode node) {
        return node.toPrettyString()
                .replaceAll(
                        "(\"(?:authorities|pfxBase64|password|pem|keyPem|fingerprint|notAfter|java|took|tls|clientSecret|terminal)\" : )\"[^\"]*\"",
                        "$1\"…\"")
                .replaceAll("(\"(?:kaspi-r[123]|epay|control)\" : )\\d+", "$1…")
                .replaceAll("(\"(?:time|wait)\" : )[\\d.E-]+", "$1…")
                .replaceAll("(localhost|127\\.0\\.0\\.1):\\d+", "$1:…")
                .replaceAll("test_[0-9a-f-]{36}", "test_…")
                .replaceAll("kzsandbox_[\\w-]{43}", "kzsandbox_…")
                .replaceAll("(\"(?:made|expires|expiresAt)\" : \"|\"at\" : \")20[^\"]*[.]\\d{4,9}Z", "$1…")
                .replaceAll("(test|test-hold|invoices)-[0-9a-f]{8}\"", "$1-…\"")
                .replaceAll("(BEGIN PUBLIC KEY-----).*?(-----END)", "$1…$2")
                .replaceAll("Java-http-client/[\\w.+-]+", "Java-http-client")
                // the JDK's client sends it with a GET before 19
                .replaceAll("\\{\\s*\"name\" : \"Content-Length\",\\s*\"value\" : \"0\"\\s*},\\s*", "");
    }
}
