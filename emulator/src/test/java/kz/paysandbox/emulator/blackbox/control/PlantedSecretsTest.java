package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** Secrets planted in every place that a request has, in every form that a reader takes, are on no surface afterwards. */
@Isolated("captures the standard error stream, where the log goes")
class PlantedSecretsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Za-z.-])7391(?![0-9A-Za-z.-])");

    private final TestWorld world = SANDBOX.world();
    private final List<String> planted = new ArrayList<>();
    private final List<String> cards = new ArrayList<>();
    private final Map<String, Http> clients = new HashMap<>();
    private int sent;

    @Test
    void no_surface_shows_what_was_planted() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            plant("kaspi-r1", "/r1/v01/qr/create");
            plant("kaspi-r1", "/r1/v01/no/such/address");
            plant("epay", "/oauth2/token");
            plant("epay", "/payform/start");
        } finally {
            System.setErr(before);
        }

        Map<String, String> surfaces = surfaces();
        surfaces.put("log", log.toString(StandardCharsets.UTF_8));

        assertThat(world.control()
                        .get("/requests?limit=1")
                        .json()
                        .get(0)
                        .get("number")
                        .asInt())
                .isEqualTo(sent);
        assertThat(surfaces.get("har")).contains("secret#", "device#", "token#", "key#", "card#", "4405...");
        assertThat(CODE.matcher(surfaces.get("har")).find()).as("a card's code").isFalse();
        surfaces.forEach((name, text) -> {
            String digits = text.replaceAll("\\D", "");
            assertThat(planted.stream().filter(text::contains)).as(name).isEmpty();
            assertThat(cards.stream().filter(digits::contains))
                    .as("cards in " + name)
                    .isEmpty();
        });
    }

    private void plant(String listener, String path) {
        for (String name : List.of("client_secret", "DeviceToken", "access_token", "Api-Key", "password", "hpan")) {
            String encoded = name.replace("_", "%5F").replace("e", "%65");
            get(listener, path + "?a=b&" + name + "=" + secret());
            get(listener, path + "?" + encoded + "=" + secret());
            header(listener, path, name.replace('_', '-'), secret());
            header(listener, path, encoded, secret());
            header(listener, path, "Cookie", "lang=ru; " + name + "=" + secret());
            for (String start : List.of("", " ", "\n", "&", "a=b&")) {
                form(listener, path, start + name + "=" + secret());
                form(listener, path, start + encoded + "=" + secret() + "&c=d");
            }
            form(listener, path, "payment=%7B%22auth%22%3A%7B%22" + name + "%22%3A%22" + secret() + "%22%7D%7D");
            multipart(listener, path, name, secret());
            json(listener, path, "{'%s':'%s'}".formatted(name, secret()));
            json(listener, path, "{'\\u%04x%s':'%s'}".formatted((int) name.charAt(0), name.substring(1), secret()));
            json(listener, path, "{'x':{'y':[{'%s':'%s'}]}}".formatted(name, secret()));
            json(listener, path, "{'%s':['%s',{'z':'%s'}]}".formatted(name, secret(), secret()));
            json(listener, path, "{'x':'{\\'%s\\':\\'%s\\'}'}".formatted(name, secret()));
            json(listener, path, "{'x':'%s=%s'}".formatted(name, secret()));
            json(listener, path, "{'%s':'%s'".formatted(name, secret()));
        }
        header(listener, path, "Authorization", "Bearer " + secret());
        header(listener, path, "X-Auth-Token", secret());
        header(listener, path, "X-Forwarded-Auth", "Bearer " + secret());
        header(listener, path, "Referer", "https://user:" + secret() + "@shop.example/?client_secret=" + secret());
        cards(listener, path);
        codes(listener, path);
    }

    /** A code of three digits is found anywhere; one of four with a letter beside it is nowhere else. */
    private void codes(String listener, String path) {
        for (String name : List.of("cvc", "CVV2", "card_cvc", "%63vc")) {
            form(listener, path, "a=b&" + name + "=7391");
            json(listener, path, "{'x':{'%s':'7391'}}".formatted(name));
            json(listener, path, "{'x':'{\\'%s\\':7391}'}".formatted(name));
            json(listener, path, "{'%s':['7391']}".formatted(name));
            multipart(listener, path, name, "7391");
            get(listener, path + "?" + name + "=7391");
        }
    }

    private void cards(String listener, String path) {
        get(listener, path + "/" + card());
        get(listener, path + "?x=" + card());
        get(listener, path + "?" + card() + "=x");
        header(listener, path, "X-Note", "a" + card() + "=");
        for (String gap : List.of(" ", "  ", "-", " - ", ".", "/", "_", "%20", "+", "%C2%A0")) {
            form(listener, path, "x=" + spread(card(), gap));
        }
        for (String gap : List.of("", " ", "  ", "\\t", "\\u0020", "\u00a0")) {
            json(listener, path, "{'x':'n%sx','y':{'x':['%s']}}".formatted(spread(card(), gap), spread(card(), gap)));
            json(listener, path, "{'x':'{\\'y\\':\\'%s\\'}'}".formatted(spread(card(), gap.replace("\\", "\\\\"))));
        }
        json(listener, path, "{'x':%s,'%s':1}".formatted(card(), card()));
        multipart(listener, path, card(), card());
        multipart(listener, path, "x", "{\"y\":\"" + spread(card(), " ") + "\"}");
    }

    private String secret() {
        planted.add("Planted" + (100_000 + planted.size()) + "Value");
        return planted.get(planted.size() - 1);
    }

    private String card() {
        String start = "4405" + (10_000_000_000L + cards.size() * 7_919L);
        int sum = 0;
        for (int place = 0; place < start.length(); place++) {
            int digit = start.charAt(start.length() - 1 - place) - '0';
            int weighed = place % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        cards.add(start + (10 - sum % 10) % 10);
        return cards.get(cards.size() - 1);
    }

    private static String spread(String card, String gap) {
        return String.join(gap, card.substring(0, 4), card.substring(4, 8), card.substring(8, 12), card.substring(12));
    }

    private void get(String listener, String path) {
        send(listener, "GET", path, Map.of(), Optional.empty());
    }

    private void header(String listener, String path, String name, String value) {
        send(listener, "POST", path, Map.of(name, value), Optional.of(new byte[0]));
    }

    private void form(String listener, String path, String form) {
        body(listener, path, "application/x-www-form-urlencoded", form);
    }

    private void multipart(String listener, String path, String name, String value) {
        body(
                listener,
                path,
                "multipart/form-data; boundary=XyZ",
                "--XyZ\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n--XyZ--\r\n".formatted(name, value));
    }

    private void json(String listener, String path, String json) {
        body(listener, path, "application/json", json.replace('\'', '"'));
    }

    private void body(String listener, String path, String type, String text) {
        String cyrillic = type.endsWith("json") ? text.replaceFirst("\\{", "{\"имя\":\"Айбек\",") : text;
        for (String charset : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1251")) {
            byte[] bytes = cyrillic.getBytes(Charset.forName(charset));
            send(listener, "POST", path, Map.of("Content-Type", type), Optional.of(bytes));
        }
        byte[] marked = ("\uFEFF" + cyrillic).getBytes(StandardCharsets.UTF_16LE);
        send(listener, "POST", path, Map.of("Content-Type", type + "; charset=utf-16"), Optional.of(marked));
    }

    private void send(String listener, String method, String path, Map<String, String> headers, Optional<byte[]> body) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("X-Sandbox-World", world.name());
        clients.computeIfAbsent(listener, name -> Http.tls(SANDBOX.port(name), SANDBOX.anonymous()))
                .send(method, path, all, body);
        sent++;
    }

    private Map<String, String> surfaces() throws IOException {
        Map<String, String> surfaces = new LinkedHashMap<>();
        for (int since = 0; since < sent; since += 1_000) {
            surfaces.put("requests " + since, shown("/requests?since=" + since));
        }
        surfaces.put("request", shown("/requests/" + sent));
        surfaces.put("har", shown("/requests.har"));
        surfaces.put("normalized", shown("/requests/normalized"));
        surfaces.put("findings", shown("/findings"));
        for (String where : List.of("""
                        {"body":{"client_secret":"x"}}""", """
                        {"body":{"x":"x"},"header":{"X-Note":"x","Referer":"x"}}""", """
                        {"header":{"Authorization":"x","X-Auth-Token":"x","Cookie":"x"}}""")) {
            surfaces.put(
                    "verify " + where,
                    world.control()
                            .post("/requests/verify", "{\"where\":" + where + "}")
                            .body());
        }
        try (Stream<Path> files = Files.walk(SANDBOX.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                surfaces.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return surfaces;
    }

    private String shown(String path) {
        return world.control().get(path).expect(200).body();
    }
}
