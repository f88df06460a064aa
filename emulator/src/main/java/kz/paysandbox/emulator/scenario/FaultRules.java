package kz.paysandbox.emulator.scenario;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.settings.Complaint;

/** What the banks' tables say of a fault; filled by whoever knows the banks. */
public interface FaultRules {

    /** Where nothing is known of the banks: the form alone is judged, with the codes that the catalogue has. */
    FaultRules NONE = new FaultRules() {
        @Override
        public List<AnswerCode> codes() {
            return List.of(
                    new AnswerCode(
                            "statusCode",
                            "status-code",
                            -9_999_999_999L,
                            9_999_999_999L,
                            "Of banks that answer with StatusCodes; not applied"),
                    new AnswerCode(
                            "reasonCode",
                            "reason-code",
                            -999_999_999,
                            999_999_999,
                            "Of banks that answer with reason codes; not applied"));
        }

        @Override
        public Optional<Complaint> refusalOf(FaultRule rule) {
            return Optional.empty();
        }
    };

    /** The codes of their own that the banks can be made to answer. */
    List<AnswerCode> codes();

    /** The banks' names; empty where they are not known, and any will do. */
    default List<String> banks() {
        return List.of();
    }

    /** Why a fault could never happen, as with a mistyped endpoint; empty where it could. */
    Optional<Complaint> refusalOf(FaultRule rule);
}
