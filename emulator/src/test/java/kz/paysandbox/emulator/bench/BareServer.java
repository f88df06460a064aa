package kz.paysandbox.emulator.bench;

import io.javalin.Javalin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
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

/** What we compare with: Javalins with one TLS listener each, whose routes answer fixed records as JSON. */
public final class BareServer {

    private BareServer() {}

    /** Arguments: the PKI folder, and the file to write the three ports to. */
    public static void main(String[] args) throws Exception {
        Path pki = Path.of(args[0]);
        ServerIdentity identity = ServerIdentity.read(pki.resolve("server.crt"), pki.resolve("server.key"));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {identity}, null, new SecureRandom());
        List<String> ports = new ArrayList<>();
        for (String scheme : List.of("r1", "r2", "r3")) {
            Javalin javalin = Javalin.create(config -> {
                        config.jetty.addConnector((server, http) -> connector(server, http, context, scheme));
                        config.startup.showJavalinBanner = false;
                        config.routes.get(
                                "/" + scheme + "/v01/payment/status/{id}",
                                call -> call.json(Map.of("Data", Map.of("Status", "Wait"), "StatusCode", 0)));
                    })
                    .start();
            ServerConnector connector =
                    (ServerConnector) javalin.jettyServer().server().getConnectors()[0];
            ports.add("\"kaspi-" + scheme + "\":" + connector.getLocalPort());
        }
        Javalin cards = Javalin.create(config -> {
                    config.jetty.addConnector((server, http) -> connector(server, http, context, "r1"));
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

    private static ServerConnector connector(Server server, HttpConfiguration http, SSLContext context, String scheme) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setSslContext(context);
        factory.setWantClientAuth(!scheme.equals("r1"));
        ServerConnector connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(factory, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        return connector;
    }
}
