package kz.paysandbox.emulator.scenario;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.settings.Complaint;

/** What the banks' tables say of a fault; filled by whoever knows the banks. */
public interface FaultRules {

    /** The codes of their own that the banks can be made to answer. */
    List<AnswerCode> codes();

    /** The banks' names. */
    List<String> banks();

    /** Why a fault could never happen, as with a mistyped endpoint; empty where it could. */
    Optional<Complaint> refusalOf(FaultRule rule);
}
