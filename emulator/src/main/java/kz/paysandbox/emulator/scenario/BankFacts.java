package kz.paysandbox.emulator.scenario;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.input.MerchantSwitches;

/** The facts about the banks that faults and scenarios must know; filled by whoever knows the banks. */
public interface BankFacts {

    /** The codes of their own that the banks can be made to answer. */
    List<AnswerCode> codes();

    /** The banks' names. */
    List<String> banks();

    /** The switches of the merchants that can be switched: those of the first bank that has some. */
    Optional<MerchantSwitches> switches();

    /** Why a fault could never happen, as with a mistyped endpoint; empty where it could. */
    Optional<Complaint> refusalOf(FaultRule rule);
}
