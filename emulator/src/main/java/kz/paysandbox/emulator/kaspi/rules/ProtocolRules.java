package kz.paysandbox.emulator.kaspi.rules;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.WorldPart;

/** All rules of one world, in the order of the document. */
public final class ProtocolRules implements WorldPart {

    private final RequestIds requestIds = new RequestIds();

    private final List<Rule> rules = List.of(
            new Polling(),
            new DeviceBins(),
            new BlindRetries(),
            new ReturnSteps(),
            new Lookups(),
            new CertificateAge());

    /** The ids that requests have carried; judged before a call is answered. */
    public RequestIds requestIds() {
        return requestIds;
    }

    /** Looks at a call that was answered. */
    public void look(AnsweredCall call) {
        rules.forEach(rule -> rule.look(call));
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return List.of();
    }

    @Override
    public void settle(Instant until) {
        // rules keep what they saw
    }
}
