package kz.paysandbox.emulator.control;

import static kz.paysandbox.emulator.control.access.Reach.CREDENTIALS;
import static kz.paysandbox.emulator.control.access.Reach.DOCUMENT;
import static kz.paysandbox.emulator.control.access.Reach.METRICS;
import static kz.paysandbox.emulator.control.access.Reach.NAMED_WORLD;
import static kz.paysandbox.emulator.control.access.Reach.OPEN;
import static kz.paysandbox.emulator.control.access.Reach.SERVER;
import static kz.paysandbox.emulator.control.access.Reach.TOKENS;
import static kz.paysandbox.emulator.control.access.Reach.WORLD;
import static kz.paysandbox.emulator.http.Method.DELETE;
import static kz.paysandbox.emulator.http.Method.GET;
import static kz.paysandbox.emulator.http.Method.PATCH;
import static kz.paysandbox.emulator.http.Method.POST;
import static kz.paysandbox.emulator.http.Method.PUT;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.ControlEndpoint.Payload;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.events.EventHandlers;
import kz.paysandbox.emulator.control.journal.JournalHandlers;
import kz.paysandbox.emulator.control.journal.ReadinessHandler;
import kz.paysandbox.emulator.control.journal.VerifyHandler;
import kz.paysandbox.emulator.control.operations.MetricsHandler;
import kz.paysandbox.emulator.control.operations.ReadyHandler;
import kz.paysandbox.emulator.control.operations.TokenHandlers;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.input.Table;

/** The table of the control surface: every call, one line each. */
public final class ControlEndpoints {

    /** What every path begins with. */
    static final String PREFIX = "/__sandbox";

    private ControlEndpoints() {}

    /** All rows, more specific paths before those with parameters. */
    // spotless:off
    public static List<ControlEndpoint> table(ControlContext context) {
        ServerHandlers server = new ServerHandlers(context);
        MetricsHandler metrics = new MetricsHandler(context);
        TokenHandlers tokens = new TokenHandlers(context);
        ReadyHandler ready = new ReadyHandler(context);
        WorldHandlers worlds = new WorldHandlers(context);
        ArchiveHandlers archive = new ArchiveHandlers(context, worlds);
        ClockHandlers clock = new ClockHandlers(context);
        PaymentHandlers payments = new PaymentHandlers(context);
        PhoneHandlers phone = new PhoneHandlers(context);
        MerchantHandlers merchants = new MerchantHandlers(context);
        FaultHandlers faults = new FaultHandlers(context);
        CustomerHandlers customer = new CustomerHandlers(context);
        JournalHandlers journal = new JournalHandlers(context);
        ReadinessHandler readiness = new ReadinessHandler(context);
        ScenarioHandlers scenarios = new ScenarioHandlers(context);
        List<ControlEndpoint> own = List.of(
                row(GET, "/health", server::health).about(OPEN),
                row(GET, "/health/ready", ready::show).about(OPEN),
                row(GET, "/metrics", metrics::show).about(METRICS),
                row(GET, "/access", tokens::own).about(DOCUMENT),
                row(POST, "/tokens", tokens::create).about(TOKENS),
                row(GET, "/tokens", tokens::list).about(TOKENS),
                row(DELETE, "/tokens/{name}", tokens::remove).about(TOKENS),
                row(GET, "/audit", tokens::audit, tokens::auditQuery).about(TOKENS),
                row(GET, "/version", server::version).about(DOCUMENT),
                row(GET, "/listeners", server::listeners).about(DOCUMENT),
                row(GET, "/config", server::config).about(SERVER),
                row(GET, "/config/schema.json", server::schema).about(DOCUMENT),
                row(GET, "/config/scenario.schema.json", scenarios::schema).about(DOCUMENT),
                row(GET, "/assumptions", server::assumptions).about(DOCUMENT),
                row(GET, "/openapi/control.yaml", call -> OpenApiDocument.control()).about(DOCUMENT),
                row(GET, "/openapi/{document}", call -> OpenApiDocument.ofBank(context, call.path("document"))).about(DOCUMENT),
                bare(POST, "/reset", worlds::reset),
                row(POST, "/worlds", worlds::create).about(SERVER),
                row(GET, "/worlds", worlds::list).about(SERVER),
                row(GET, "/world", worlds::show),
                row(DELETE, "/worlds/{name}", worlds::delete).about(NAMED_WORLD),
                row(GET, "/worlds/{name}/certificate", worlds::certificate).about(CREDENTIALS),
                row(GET, "/worlds/{name}/export", archive::export).about(CREDENTIALS),
                file(POST, "/worlds/import", archive::restore, archive::query).about(SERVER),
                row(GET, "/clock", clock::show, clock::query),
                row(PUT, "/clock", clock::set),
                row(POST, "/clock/advance", clock::advance),
                row(GET, "/payments", payments::list, payments::query),
                row(GET, "/payments/{id}", payments::show),
                row(GET, "/payments/{id}/qr.png", payments::png),
                row(GET, "/payments/{id}/qr.svg", payments::svg),
                row(POST, "/payments/{id}/refund", payments::refund),
                row(POST, "/payments/{id}/{act}", payments::act),
                row(POST, "/organizations", merchants::addOrganization),
                row(PATCH, "/organizations/{bin}", merchants::organization),
                row(POST, "/tradepoints", merchants::addTradePoint),
                row(PATCH, "/tradepoints/{id}", merchants::tradePoint),
                row(PATCH, "/devices/{token}", merchants::device),
                bare(POST, "/certificates/{name}/revoke", merchants::revoke),
                bare(POST, "/certificates/{name}/renew", merchants::renew),
                row(GET, "/returns", payments::returns),
                row(GET, "/phone.svg", phone::svg, phone::query),
                row(POST, "/returns/{id}/scan", merchants::scanReturn),
                row(PUT, "/customer", customer::set),
                row(GET, "/customer", customer::show),
                row(POST, "/faults", faults::create),
                row(GET, "/faults", faults::list),
                row(DELETE, "/faults", faults::clear),
                row(DELETE, "/faults/{id}", faults::delete),
                row(GET, "/catalogue", faults::catalogue).about(DOCUMENT),
                row(GET, "/scenarios", scenarios::list),
                text(POST, "/scenarios", scenarios::add),
                row(GET, "/scenarios/active", scenarios::progress),
                row(DELETE, "/scenarios/active", scenarios::end),
                row(GET, "/scenarios/{name}", scenarios::show),
                row(DELETE, "/scenarios/{name}", scenarios::remove),
                bare(POST, "/scenarios/{name}/activate", scenarios::activate),
                row(GET, "/requests", journal::list, journal::query),
                row(GET, "/requests/normalized", journal::normalized),
                row(GET, "/requests.har", journal::har),
                row(POST, "/requests/verify", new VerifyHandler(context)::verify),
                row(GET, "/requests/{number}", journal::show),
                row(DELETE, "/requests", journal::clear),
                row(GET, "/events", new EventHandlers(context)::stream),
                row(GET, "/readiness", readiness::show, readiness::query),
                row(GET, "/findings", journal::findings, journal::findingsQuery),
                row(DELETE, "/findings", journal::clearFindings));
        List<ControlEndpoint> atRoot = List.of(
                new ControlEndpoint(GET, "/health/ready", ready::show).about(OPEN),
                new ControlEndpoint(GET, "/metrics", metrics::show).about(METRICS));
        return Stream.of(own.stream(), atRoot.stream(), context.ports().rows().stream().map(row -> BankRows.endpoint(row, context.json())))
                .flatMap(rows -> rows)
                .toList();
    }
    // spotless:on

    private static ControlEndpoint row(Method method, String path, ControlHandler handler) {
        return new ControlEndpoint(method, PREFIX + path, handler);
    }

    private static ControlEndpoint row(Method method, String path, ControlHandler handler, Supplier<Table> query) {
        return new ControlEndpoint(method, PREFIX + path, handler, ControlEndpoint.usualOf(method), query, WORLD);
    }

    /** A row that changes something and takes no body. */
    private static ControlEndpoint bare(Method method, String path, ControlHandler handler) {
        return new ControlEndpoint(method, PREFIX + path, handler, Payload.NONE, ControlEndpoint.NO_QUERY, WORLD);
    }

    /** A row whose body is a file. */
    private static ControlEndpoint file(Method method, String path, ControlHandler handler, Supplier<Table> query) {
        return new ControlEndpoint(method, PREFIX + path, handler, Payload.FILE, query, WORLD);
    }

    /** A row whose body is no JSON object. */
    private static ControlEndpoint text(Method method, String path, ControlHandler handler) {
        return new ControlEndpoint(method, PREFIX + path, handler, Payload.TEXT, ControlEndpoint.NO_QUERY, WORLD);
    }
}
