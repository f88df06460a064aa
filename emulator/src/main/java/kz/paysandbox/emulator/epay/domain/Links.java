package kz.paysandbox.emulator.epay.domain;

/** The addresses where the customer goes and the merchant is told; empty texts for what was not named. */
public record Links(String backLink, String failureBackLink, String postLink, String failurePostLink) {

    public static final Links NONE = new Links("", "", "", "");

    /** Where a failed customer goes: the payment page's documented fallback is the other link. */
    public String failureBack() {
        return failureBackLink.isEmpty() ? backLink : failureBackLink;
    }

    /** Whom a failure is told: with an empty failurePostLink it goes to postLink (widget page). */
    public String failurePost() {
        return failurePostLink.isEmpty() ? postLink : failurePostLink;
    }

    /** These, and where they are empty those. */
    public Links or(Links other) {
        return new Links(
                first(backLink, other.backLink),
                first(failureBackLink, other.failureBackLink),
                first(postLink, other.postLink),
                first(failurePostLink, other.failurePostLink));
    }

    /** Characters of all of them. */
    int length() {
        return backLink.length() + failureBackLink.length() + postLink.length() + failurePostLink.length();
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
