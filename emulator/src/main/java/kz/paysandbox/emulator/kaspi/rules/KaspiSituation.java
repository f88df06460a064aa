package kz.paysandbox.emulator.kaspi.rules;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.journal.Situation;
import kz.paysandbox.emulator.kaspi.domain.Scheme;

/** The situations in which callers of Kaspi Pay keep its rules or break them; counted once a call is answered. */
public enum KaspiSituation implements Situation {
    // spotless:off
    CALL(
            "Make any call that is let in, as for the trade points.",
            Scheme.values()),
    CERTIFICATE(
            "Make any call with the client certificate.",
            Scheme.R2, Scheme.R3),
    SECOND_ID(
            "Make two calls, each with the header X-Request-ID.",
            Scheme.values()),
    POST(
            "Send any POST with a body, as to register a device or to create a payment; what the other methods are sent is judged when they are called.",
            Scheme.values()),
    DELETED_DEVICE(
            "Delete a device: that is the call of r3 whose OrganizationBin clients leave out.",
            Scheme.R3),
    CREATED_IN_DOUBT(
            "Play the scenario create-answer-lost with a payment that has an ExternalId, or with an invoice, and let the application go on.",
            Scheme.values()),
    POLLED_AGAIN(
            "Create a payment by QR or link, and let the application ask for its status twice.",
            Scheme.values()),
    TOLD_FINAL(
            "Let a payment become final and the application ask for its status; then wait for one interval more, for only a further call breaks the rule.",
            Scheme.values()),
    ASKED_AFTER_EXPIRY(
            "Let nobody pay, and the application ask for the status until it has heard that the token's life is over; an application that stops by its own clock is not seen here.",
            Scheme.values()),
    RETURNED_IN_DOUBT(
            "Play the scenario refund-answer-lost, and let the application go on: it asks for payment/details before it returns again.",
            Scheme.R2, Scheme.R3),
    RETURNED_WITH_CUSTOMER(
            "Return a payment to a customer who has scanned the return QR.",
            Scheme.R2),
    DEVICE(
            "Make a call with a registered DeviceToken; an application of several organisations does so for each of them.",
            Scheme.values()),
    INVOICE(
            "Create a remote invoice, and let a minute pass, for only a fast row of status calls breaks the rule.",
            Scheme.R3),
    LOOKUP(
            "Ask for client-info as often in a minute as the application does at its busiest.",
            Scheme.R3);
    // spotless:on

    private final String exercise;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of texts
    private final Set<String> products;

    KaspiSituation(String exercise, Scheme... schemes) {
        this.exercise = exercise;
        this.products = Arrays.stream(schemes).map(Scheme::label).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String exercise() {
        return exercise;
    }

    @Override
    public Set<String> products() {
        return products;
    }
}
