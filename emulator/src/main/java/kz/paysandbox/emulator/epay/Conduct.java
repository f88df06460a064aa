package kz.paysandbox.emulator.epay;

import java.util.List;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.epay.domain.Reason;
import kz.paysandbox.emulator.epay.domain.Refusal;
import kz.paysandbox.emulator.epay.manners.EpayClause;
import kz.paysandbox.emulator.http.Visit;

/** Holds a caller to the bank's pages as closely as the level says: nothing, a finding, or a refusal. */
public final class Conduct {

    private final Level level;
    private final Visit visit;

    Conduct(Level level, Visit visit) {
        this.level = level;
        this.visit = visit;
    }

    /** Fields written otherwise than the pages write them. */
    Outcome<Boolean, Refusal> judge(List<Deviation> deviations) {
        Outcome<Boolean, Refusal> verdict = Outcome.ok(true);
        for (Deviation deviation : deviations) {
            verdict = verdict.then(ok -> deviates(clause(deviation.kind()), deviation.evidence()));
        }
        return verdict;
    }

    /** A written rule is broken in a way that can still be answered. */
    Outcome<Boolean, Refusal> deviates(EpayClause clause, String evidence) {
        return deviates(clause, evidence, Reason.MALFORMED, List.of());
    }

    /**
     * As {@link #deviates(EpayClause, String)}.
     *
     * @param strictly the reason of a refusal
     * @param earlier numbers of the requests before this one that show it too
     */
    Outcome<Boolean, Refusal> deviates(EpayClause clause, String evidence, Reason strictly, List<Long> earlier) {
        switch (level) {
            case LENIENT -> {
                return Outcome.ok(true);
            }
            case DOCUMENTED -> {
                visit.finding(clause, clause.severity(), evidence, earlier);
                return Outcome.ok(true);
            }
            case STRICT -> {
                visit.finding(clause, Severity.ERROR, evidence, earlier);
                return Refusal.refuse(strictly, clause.rule() + ": " + evidence);
            }
        }
        throw new IllegalStateException("level " + level);
    }

    /** Records what is refused anyhow. */
    void finding(EpayClause clause, String evidence) {
        if (level != Level.LENIENT) {
            visit.finding(clause, evidence);
        }
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
