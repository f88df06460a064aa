package kz.paysandbox.emulator.kaspi.domain.codes;

import kz.paysandbox.emulator.core.Outcome;

/**
 * A refused call.
 *
 * @param detail what Message says beside the code's own text, in Russian; empty wherever the document has the text
 * @param why what the caller's developer should know, in English and without secrets; empty where the reason says it all
 */
public record Refusal(Reason reason, String detail, String why) {

    public static Refusal of(Reason reason) {
        return new Refusal(reason, "", "");
    }

    /** With more for the developer than the reason alone says; Message stays the document's. */
    public static Refusal of(Reason reason, String why) {
        return new Refusal(reason, "", why);
    }

    public static <T> Outcome<T, Refusal> refuse(Reason reason) {
        return Outcome.refused(of(reason));
    }

    public static <T> Outcome<T, Refusal> refuse(Reason reason, String why) {
        return Outcome.refused(of(reason, why));
    }

    /** With words for Message too, where the document has no text for the case. */
    public static <T> Outcome<T, Refusal> refuse(Reason reason, String detail, String why) {
        return Outcome.refused(new Refusal(reason, detail, why));
    }

    /** The reason for the developer. */
    public String explanation() {
        return why.isEmpty() ? reason.about() : why;
    }
}
