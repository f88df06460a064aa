package kz.paysandbox.emulator.kaspi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.NewOrganization;

/** Kaspi Pay's merchants as the control surface shows them; each record is written as JSON, in its order. */
final class MerchantView {

    private MerchantView() {}

    /**
     * What an application needs to call the bank.
     *
     * @param certificate path from which the world's certificate is read
     */
    public record Access(String apiKey, List<Opened> organizations, String certificate) {}

    /** An organisation that can be acted for, with the ids of its trade points. */
    public record Opened(String bin, List<Long> tradePoints) {}

    /**
     * An organisation with its switches.
     *
     * @param tradePoints those it was added with; absent otherwise
     */
    public record Organization(
            String bin,
            String name,
            boolean active,
            List<String> paymentMethods,
            BehaviorOptions behaviorOptions,
            boolean partialRefunds,
            List<String> allowedAddresses,
            Optional<List<TradePoint>> tradePoints) {

        static Organization of(kz.paysandbox.emulator.kaspi.domain.merchants.Organization organization) {
            return of(organization, Optional.empty());
        }

        static Organization of(NewOrganization added) {
            return of(
                    added.organization(),
                    Optional.of(added.tradePoints().stream().map(TradePoint::of).toList()));
        }

        private static Organization of(
                kz.paysandbox.emulator.kaspi.domain.merchants.Organization organization,
                Optional<List<TradePoint>> tradePoints) {
            return new Organization(
                    organization.bin(),
                    organization.name(),
                    organization.active(),
                    organization.paymentMethods(),
                    organization.options(),
                    organization.partialReturns(),
                    organization.allowedAddresses(),
                    tradePoints);
        }
    }

    /** A trade point with its switches. */
    public record TradePoint(long id, String bin, String name, boolean active, boolean qrPayments, boolean removed) {

        static TradePoint of(kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint point) {
            return new TradePoint(
                    point.id(), point.bin(), point.name(), point.active(), point.qrPayments(), point.removed());
        }
    }

    /** A device. */
    public record Device(String token, long alias, String deviceId, String bin, long tradePointId, boolean active) {

        static Device of(kz.paysandbox.emulator.kaspi.domain.merchants.Device device) {
            return new Device(
                    device.token(),
                    device.alias(),
                    device.deviceId(),
                    device.bin(),
                    device.tradePointId(),
                    device.active());
        }
    }

    /**
     * A return QR code among the others.
     *
     * @param expiresAt when it can no longer be scanned; absent where it does not wait for that
     * @param qr what it holds
     */
    public record ReturnCode(
            String id,
            String status,
            @JsonUnwrapped PaymentView.Merchant merchant,
            Instant at,
            Optional<Instant> expiresAt,
            String qr) {}

    /** A return QR code that was scanned. */
    public record Return(String id, String status, Instant expireDate) {

        static Return of(QrReturn code, Instant now) {
            return new Return(String.valueOf(code.id()), code.at(now).wire(), code.expires());
        }
    }
}
