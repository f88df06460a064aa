package kz.paysandbox.emulator.bench;

/** What the servers that we compare with answer: as many bytes as the sandbox, which has them from its state. */
final class SampleAnswers {

    static final String STATUS_PATH = "/r1/v01/payment/status/1";
    static final String CREATE_PATH = "/r1/v01/qr/create";
    static final String CREATE = "{\"DeviceToken\":321,\"Amount\":1}";

    static final String STATUS = "{\"Data\":{\"Status\":\"QrTokenCreated\"},\"StatusCode\":0}";

    static final String CREATED = "{\"Data\":{\"QrToken\":\"51236812893761287361283761283761283761283\","
            + "\"ExpireDate\":\"2026-11-27T17:28:00.123+05:00\",\"QrPaymentId\":12800000001,"
            + "\"PaymentMethods\":[\"Gold\",\"Red\",\"Loan\"],\"QrPaymentBehaviorOptions\":{"
            + "\"PaymentConfirmationTimeout\":65,\"QrCodeScanWaitTimeout\":180,\"StatusPollingInterval\":5}},"
            + "\"StatusCode\":0}";

    private SampleAnswers() {}
}
