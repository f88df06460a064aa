package kz.paysandbox.emulator.kaspi.rules;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.memory.WorldMemory;

/** All rules of one world, in the order of the document. */
public final class ProtocolRules implements WorldPart {

    private final RequestIds requestIds;
    private final List<Rule> rules;

    public ProtocolRules(WorldMemory memory) {
        this.requestIds = new RequestIds(memory);
        this.rules = List.of(
                new CallSituations(),
                new Polling(memory),
                new DeviceBins(),
                new BlindRetries(memory),
                new ReturnSteps(memory),
                new Lookups(),
                new CertificateAge(memory));
    }

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
