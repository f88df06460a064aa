package kz.paysandbox.emulator.kaspi.domain.merchants;

/**
 * A partner's till, registered at one trade point.
 *
 * @param token what calls name it by, a UUID
 * @param alias a number that stands for the token, for clients that type it as one
 * @param deviceId the partner's own name for it
 */
public record Device(String token, long alias, String deviceId, String bin, long tradePointId, boolean active) {

    public Device switched(boolean on) {
        return new Device(token, alias, deviceId, bin, tradePointId, on);
    }
}
