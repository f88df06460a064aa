package kz.paysandbox.adapters.epay.payment;

/** The language of pages and letters ({@code language}). */
public enum Language {
    /** Russian, the bank's default. */
    RUSSIAN("rus"),
    /** Kazakh. */
    KAZAKH("kaz"),
    /** English. */
    ENGLISH("eng");

    private final String word;

    Language(String word) {
        this.word = word;
    }

    /** The bank's word. */
    public String word() {
        return word;
    }
}
