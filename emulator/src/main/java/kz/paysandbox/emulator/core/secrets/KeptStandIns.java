package kz.paysandbox.emulator.core.secrets;

/**
 * Stand-ins for what is kept in memory: of card numbers the first and last four digits, of their codes nothing, all
 * else as it is.
 */
public final class KeptStandIns implements StandIns {

    /** Fewer digits of a card number than these identify nobody's card. */
    private static final int FEW = 8;

    @Override
    public String of(String kind, String value) {
        return switch (kind) {
            case SecretNames.CVC -> value.chars().anyMatch(Character::isDigit) ? "***" : value;
            case SecretNames.CARD -> card(value);
            default -> value;
        };
    }

    private static String card(String value) {
        String masked = CardNumbers.masked(value);
        if (!masked.equals(value) || value.contains("...") || value.indexOf('*') >= 0) {
            return masked;
        }
        String digits = value.replaceAll("\\D", "");
        return digits.length() < FEW
                ? value
                : digits.length() < CardNumbers.SHORTEST ? "***" : CardNumbers.face(digits);
    }
}
