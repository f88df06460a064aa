package kz.paysandbox.emulator.epay;

import java.util.List;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.epay.domain.Reason;
import kz.paysandbox.emulator.epay.domain.Refusal;
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
            verdict = verdict.then(ok -> switch (deviation.kind()) {
                case SPELLING ->
                    deviates("epay.key.spelling", "names of fields as on the method's page", deviation.evidence());
                case TYPE ->
                    deviates("epay.value.type", "types of fields as on the method's page", deviation.evidence());
            });
        }
        return verdict;
    }

    /** A written rule is broken in a way that can still be answered. */
    Outcome<Boolean, Refusal> deviates(String rule, String clause, String evidence) {
        return deviates(rule, clause, evidence, Reason.MALFORMED);
    }

    Outcome<Boolean, Refusal> deviates(String rule, String clause, String evidence, Reason strictly) {
        switch (level) {
            case LENIENT -> {
                return Outcome.ok(true);
            }
            case DOCUMENTED -> {
                visit.finding(rule, clause, Severity.NOTE, evidence);
                return Outcome.ok(true);
            }
            case STRICT -> {
                visit.finding(rule, clause, Severity.ERROR, evidence);
                return Refusal.refuse(strictly, rule + ": " + evidence);
            }
        }
        throw new IllegalStateException("level " + level);
    }
}
