package kz.paysandbox.emulator.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.http.tls.ServerIdentity;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** What we compare with: Javalins with one TLS listener each, whose routes answer fixed objects as JSON. */
public final class BareServer {

    private BareServer() {}

    /**
     * Arguments: the PKI folder, the file to write the ports to, and {@code defaults} where the connectors are to be as
     * Jetty makes them, else they are the sandbox's.
     */
    public static void main(String[] args) throws Exception {
        Path pki = Path.of(args[0]);
        boolean defaults = args.length > 2 && args[2].equals("defaults");
        ServerIdentity identity = ServerIdentity.read(pki.resolve("server.crt"), pki.resolve("server.key"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {identity}, null, new SecureRandom());
        Map<?, ?> status = new ObjectMapper().readValue(SampleAnswers.STATUS, LinkedHashMap.class);
        Map<?, ?> created = new ObjectMapper().readValue(SampleAnswers.CREATED, LinkedHashMap.class);
        List<String> ports = new ArrayList<>();
        for (String scheme : List.of("r1", "r2", "r3")) {
            Javalin javalin = Javalin.create(config -> {
                        config.jetty.addConnector((server, http) -> connector(server, http, context, scheme, defaults));
                        config.startup.showJavalinBanner = false;
                        config.routes.get("/" + scheme + "/v01/payment/status/{id}", call -> call.json(status));
                        config.routes.post("/" + scheme + "/v01/qr/create", call -> {
                            var unused = call.bodyAsClass(Map.class);
                            call.json(created);
                        });
                    })
                    .start();
            ServerConnector connector =
                    (ServerConnector) javalin.jettyServer().server().getConnectors()[0];
            ports.add("\"kaspi-" + scheme + "\":" + connector.getLocalPort());
        }
        Javalin cards = Javalin.create(config -> {
                    config.jetty.addConnector((server, http) -> connector(server, http, context, "r1", defaults));
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/oauth2/token", call -> {
                        var unused = call.formParam("client_id");
                        call.json(Map.of("access_token", "token", "expires_in", 7200));
                    });
                    config.routes.post("/payments/cards/auth", call -> {
                        var unused = call.bodyAsClass(Map.class);
                        call.json(Map.of("id", "1", "statusName", "CHARGE"));
                    });
                    config.routes.get(
                            "/check-status/payment/transaction/{invoice}",
                            call -> call.json(Map.of("resultCode", "100", "statusName", "CHARGE")));
                })
                .start();
        ports.add("\"epay\":" + ((ServerConnector) cards.jettyServer().server().getConnectors()[0]).getLocalPort());
        Path whole = Path.of(args[1] + ".part");
        Files.writeString(whole, "{" + String.join(",", ports) + "}");
        Files.move(whole, Path.of(args[1]));
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, SSLContext context, String scheme, boolean defaults) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        factory.setWantClientAuth(!scheme.equals("r1"));
        SslConnectionFactory tls = new SslConnectionFactory(factory, "http/1.1");
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        ServerConnector connector =
                defaults ? new ServerConnector(server, tls, plain) : new ServerConnector(server, 1, 1, tls, plain);
        connector.setHost("127.0.0.1");
        return connector;
    }
}
