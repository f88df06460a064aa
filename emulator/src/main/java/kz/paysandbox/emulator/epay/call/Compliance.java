package kz.paysandbox.emulator.epay.call;

import java.util.List;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.http.Strictness;
import kz.paysandbox.emulator.http.WorldCall;

/** The judgement of one caller by the bank's pages, as closely as the level says: nothing, a finding, or a refusal. */
public final class Compliance {

    private final Strictness strictness;

    public Compliance(Level level, WorldCall worldCall) {
        this.strictness = new Strictness(level, worldCall);
    }

    /** Fields written otherwise than the pages write them. */
    public Outcome<Boolean, Refusal> judge(List<Deviation> deviations) {
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        for (Deviation deviation : deviations) {
            verdict = verdict.flatMap(ok -> deviates(clause(deviation.kind()), deviation.evidence()));
        }
        return verdict;
    }

    /** A written rule is broken in a way that can still be answered. */
    public Outcome<Boolean, Refusal> deviates(EpayClause clause, String evidence) {
        return deviates(clause, evidence, Reason.MALFORMED, List.of());
    }

    /**
     * As {@link #deviates(EpayClause, String)}.
     *
     * @param strictly the reason of a refusal
     * @param earlier numbers of the requests before this one that show it too
     */
    public Outcome<Boolean, Refusal> deviates(EpayClause clause, String evidence, Reason strictly, List<Long> earlier) {
        return strictness
                .refusal(clause, clause.severity(), evidence, earlier)
                .<Outcome<Boolean, Refusal>>map(why -> Refusal.refuse(strictly, why))
                .orElseGet(() -> Outcome.ok(true));
    }

    /** Records what is refused anyhow. */
    public void finding(EpayClause clause, String evidence) {
        strictness.finding(clause, evidence);
    }

    private static EpayClause clause(Deviation.Kind kind) {
        return switch (kind) {
            case SPELLING -> EpayClause.KEY_SPELLING;
            case UNKNOWN -> EpayClause.KEY_UNKNOWN;
            case TYPE, NOTATION -> EpayClause.VALUE_TYPE;
            case BLANKS -> EpayClause.VALUE_BLANKS;
            case REPEATED -> EpayClause.KEY_REPEATED;
        };
    }
}
