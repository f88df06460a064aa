package kz.paysandbox.emulator.control.view;

import java.util.List;

/** The result of a verification of the journal. */
public final class VerificationView {

    private VerificationView() {}

    /** As many exchanges as were wanted. */
    public record Verified(long count) {}

    /**
     * More or fewer than were wanted.
     *
     * @param matched numbers of the exchanges that were asked for, at most a hundred
     * @param nearest exchanges that are nearly so; none where there were enough
     */
    public record NotVerified(int count, List<Long> matched, List<NearMiss> nearest) {}

    /** An exchange that is not one of those asked for, and why. */
    public record NearMiss(long number, String endpoint, List<String> differences) {}
}
