package kz.paysandbox.emulator.core.faults;

/**
 * A code that a fault can make a listener answer in place of applying a call.
 *
 * @param key its name where a fault is written, as {@code http}
 * @param name its name in the header of one request, as {@code http} of {@code http=503}
 * @param least the smallest number that it can have
 * @param most the largest
 * @param about what it is, for people
 */
public record AnswerCode(String key, String name, long least, long most, String about) {

    /** An HTTP status with an empty body: every bank has it. */
    public static final AnswerCode HTTP =
            new AnswerCode("http", "http", 200, 599, "HTTP status N with an empty body, nothing applied");

    /** Whether a number is within the range. */
    public boolean has(long number) {
        return number >= least && number <= most;
    }
}
