package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.readme.MarkdownPage.Kind;
import kz.paysandbox.emulator.readme.MarkdownPage.Part;

/** The table of hosts that clients have built in: every address is called by its name, and answered under TLS. */
final class BuiltInHosts {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern PORT_OPTION = Pattern.compile("--port ([a-z0-9-]+)=443");

    /** Where links to pay lead the customer's phone; no client of the bank calls it. */
    private static final String LINKS = "pay.kaspi.kz";

    /** {@code at LISTENER HOST:PORT EXPECTED curl's arguments}: as if the hosts file led the host here. */
    private static final String CALLS = """
            at() {
              port=$(sed "s/.*\\"$1\\":\\([0-9]*\\).*/\\1/" "$SANDBOX_HOME/ports.json"); to=$2; expected=$3; shift 3
              curl -sSf --cacert "$KASPI_CA" --connect-to "$to:localhost:$port" -H "X-Request-ID: $to-$port" "$@" |
                grep -q "$expected" && echo answered
            }
            """;

    private BuiltInHosts() {}

    /** Calls every address of the table as if the hosts file led its host here. */
    static void areAnsweredBy(LaunchedSandbox sandbox) throws IOException, InterruptedException, CertificateException {
        List<List<String>> rows = rows();
        Set<String> tried = new TreeSet<>();
        StringBuilder script = new StringBuilder(CALLS);
        for (List<String> row : rows) {
            List<URI> addresses = addresses(row);
            assertThat(row.get(row.size() - 2).replace("127.0.0.1 ", "").split(" "))
                    .containsExactlyInAnyOrderElementsOf(
                            addresses.stream().map(URI::getHost).collect(Collectors.toCollection(TreeSet::new)));
            for (URI address : addresses) {
                tried.add(address.getHost());
                script.append(call(address, row.get(row.size() - 1)));
            }
        }
        String answers = sandbox.clean(script.toString());
        assertThat(answers.lines().filter(line -> line.equals("answered"))).hasSize(calls(rows));
        assertThat(tried).containsExactlyElementsOf(named(sandbox.home().resolve("pki/server.crt")));
    }

    private static String call(URI address, String start) {
        int port = address.getPort() < 0 ? 443 : address.getPort();
        Matcher option = PORT_OPTION.matcher(start);
        String listener = option.find() ? option.group(1) : "kaspi-r" + (port - 8542);
        assertThat(port == 443).as(start).isEqualTo(start.contains("--port"));
        return "at " + listener + " " + address.getHost() + ":" + port + " " + request(listener, address.toString())
                + "\n";
    }

    private static String request(String listener, String base) {
        String certificate = "--cert \"$KASPI_CERT\" --key \"$KASPI_KEY\" --pass \"$KASPI_KEY_PASSWORD\" ";
        return switch (listener) {
            case "kaspi-r1" ->
                "'\"StatusCode\":0' -H \"Api-Key: $KASPI_API_KEY\" " + base + "/r1/v01/partner/tradepoints";
            case "kaspi-r2" -> "'\"StatusCode\":0' " + certificate + base + "/r2/v01/partner/tradepoints";
            case "kaspi-r3" -> "'\"StatusCode\":0' " + certificate + base + "/r3/v01/partner/tradepoints/$KASPI_BIN";
            default -> card(base);
        };
    }

    private static String card(String base) {
        if (base.contains("oauth")) {
            return "access_token -d grant_type=client_credentials -d scope=payment -d \"client_id=$EPAY_CLIENT_ID\""
                    + " --data-urlencode \"client_secret=$EPAY_CLIENT_SECRET\" -d \"terminal=$EPAY_TERMINAL\" "
                    + base + "/oauth2/token";
        }
        return base.contains("api")
                ? "'PUBLIC KEY' " + base + "/public.rsa"
                : "halyk " + base + "/payform/payment-api.js";
    }

    private static List<List<String>> rows() throws IOException {
        return MarkdownPage.read(ReadmeFile.top().resolve("emulator/CLIENTS.md")).parts().stream()
                .filter(part -> part.kind() == Kind.ROW && part.text().contains("./sandbox up"))
                .map(Part::text)
                .map(text ->
                        CODE.matcher(text).results().map(code -> code.group(1)).toList())
                .toList();
    }

    private static List<URI> addresses(List<String> row) {
        return row.stream()
                .filter(code -> code.startsWith("https://"))
                .map(URI::create)
                .toList();
    }

    private static int calls(List<List<String>> rows) {
        return rows.stream().mapToInt(row -> addresses(row).size()).sum();
    }

    /** The banks' hosts in the server's certificate. */
    private static Set<String> named(Path certificate) throws IOException, CertificateException {
        try (InputStream file = Files.newInputStream(certificate)) {
            X509Certificate server =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
            return Stream.ofNullable(server.getSubjectAlternativeNames())
                    .flatMap(names -> names.stream())
                    .map(name -> String.valueOf(name.get(1)))
                    .filter(name -> name.endsWith(".kz") && !name.equals(LINKS))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
