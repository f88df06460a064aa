package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.net.AddressRange;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.http.WorldHeader;
import kz.paysandbox.emulator.http.tls.ClientCertificate;
import kz.paysandbox.emulator.kaspi.call.Caller;
import kz.paysandbox.emulator.kaspi.call.KaspiConfig;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;

/** The access rules (1.3): Api-Key in r1, client certificate in r2, certificate and address in r3. */
final class Access {

    private static final String KEY_HEADER = "Api-Key";

    private final Worlds worlds;
    private final KaspiConfig config;
    private final KaspiWire wire;

    Access(Worlds worlds, KaspiConfig config, KaspiWire wire) {
        this.worlds = worlds;
        this.config = config;
        this.wire = wire;
    }

    /** The world of the key or certificate. */
    Optional<World> worldOf(Call call, Scheme scheme) {
        return scheme == Scheme.R1
                ? call.header(KEY_HEADER).flatMap(worlds::holding)
                : call.peer().certificate().map(ClientCertificate::world).flatMap(worlds::named);
    }

    /** The world of the header, else {@code main}. */
    World worldOfStranger(Call call) {
        return WorldHeader.world(call, worlds).orElseGet(worlds::main);
    }

    Outcome<Caller, Reply> admit(WorldCall worldCall, Scheme scheme) {
        WorldHeader.judge(worldCall, worlds);
        return switch (scheme) {
            case R1 -> byKey(worldCall);
            case R2 ->
                byCertificate(worldCall)
                        .map(held -> new Caller(scheme, held.bins().subList(0, 1)))
                        .flatMap(caller -> switchedOn(worldCall, caller));
            case R3 ->
                byCertificate(worldCall)
                        .flatMap(held -> fromAllowedAddress(worldCall, held))
                        .map(held -> new Caller(
                                scheme,
                                KaspiWorld.actsFor(held.bins(), bank(worldCall).merchants())));
        };
    }

    private Outcome<Caller, Reply> byKey(WorldCall worldCall) {
        String key = worldCall.world().credentials().value(KaspiWorld.API_KEY);
        Optional<String> sent = worldCall.call().header(KEY_HEADER);
        if (sent.filter(key::equals).isEmpty()) {
            String why = sent.isPresent()
                    ? "the Api-Key is not one of this sandbox's worlds; sandbox env prints the one to use"
                    : "the client sent no header Api-Key";
            return Outcome.refused(wire.refused(config.answers().badKey(), Refusal.of(Reason.KEY_NOT_ACCEPTED, why)));
        }
        return switchedOn(worldCall, new Caller(Scheme.R1, List.of(KaspiWorld.FIRST_BIN)));
    }

    private Outcome<Caller, Reply> switchedOn(WorldCall worldCall, Caller caller) {
        Optional<Organization> own =
                bank(worldCall).merchants().organization(caller.bins().get(0));
        if (own.filter(Organization::active).isPresent()) {
            return Outcome.ok(caller);
        }
        return Outcome.refused(wire.refused(
                own.isPresent()
                        ? Refusal.of(Reason.ORGANIZATION_OFF)
                        : Refusal.of(
                                Reason.ORGANIZATION_OFF,
                                "no organisation of the world "
                                        + worldCall.world().name()
                                        + " has the certificate's BIN; POST /__sandbox/organizations adds one")));
    }

    private Outcome<ClientCertificate, Reply> byCertificate(WorldCall worldCall) {
        return worldCall
                .call()
                .peer()
                .certificate()
                .<Outcome<ClientCertificate, Reply>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(
                        wire.refused(Refusal.of(Reason.NO_CERTIFICATE_SENT, "the client sent no certificate"))));
    }

    private Outcome<ClientCertificate, Reply> fromAllowedAddress(WorldCall worldCall, ClientCertificate held) {
        List<String> own = held.bins().stream()
                .flatMap(bin -> bank(worldCall).merchants().organization(bin).stream())
                .flatMap(organization -> organization.allowedAddresses().stream())
                .toList();
        List<String> allowed = own.isEmpty() ? config.r3Allow() : own;
        String address = worldCall.call().peer().address();
        if (allowed.contains(address)
                || allowed.stream()
                        .flatMap(entry -> AddressRange.of(entry).stream())
                        .anyMatch(range -> range.has(address))) {
            return Outcome.ok(held);
        }
        String why = "r3 does not allow calls from " + address + "; allowed: " + String.join(", ", allowed)
                + " (setting kaspi.r3.allow, or allowedAddresses of the organisation)";
        return Outcome.refused(
                config.answers().foreignIp() == 403
                        ? Reply.empty(403).because(why)
                        : wire.refused(Refusal.of(Reason.NO_CERTIFICATE_SENT, why)));
    }

    private static KaspiBank bank(WorldCall worldCall) {
        return worldCall.world().part(KaspiBank.class);
    }
}
