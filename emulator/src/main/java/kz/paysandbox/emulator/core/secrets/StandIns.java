package kz.paysandbox.emulator.core.secrets;

/** The choice of what is shown in the place of a secret. */
public interface StandIns {

    /**
     * The text to show; the value itself where it may be shown.
     *
     * @param kind what the value is, as {@code card} or {@code token}: see {@link SecretNames}
     * @param value as the receiver reads it, without escapes
     */
    String of(String kind, String value);
}
