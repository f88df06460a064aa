package kz.paysandbox.gateway.http.server;

import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.merchant.NoSuchPayment;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.http.access.Admission;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Caller;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Handler;
import kz.paysandbox.gateway.http.route.Problems;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admits a request that was read, has its row handle it, and makes an answer of whatever becomes of it. */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Admission admission;
    private final KeyedCalls keyed;
    private final Gate gate;

    Dispatcher(Admission admission, KeyedCalls keyed, Gate gate) {
        this.admission = admission;
        this.keyed = keyed;
        this.gate = gate;
    }

    Answer answer(Route route, Incoming incoming) {
        try {
            return admitted(route, incoming)
                    .fold(
                            caller -> handled(route, call(caller, incoming), incoming),
                            refusal -> Problems.of(route.family(), refusal, incoming.origin()));
        } catch (StoreFailed e) {
            LOG.error(
                    "{}: {} failed in the database: SQLSTATE {}",
                    incoming.origin().requestId(),
                    route.path(),
                    e.sqlState());
            return refused(route, incoming, RefusalCode.DATABASE_UNAVAILABLE, "the gateway's database has failed");
        } catch (NoSuchPayment e) {
            return refused(route, incoming, RefusalCode.PAYMENT_NOT_FOUND, "the shop has no such payment");
        } catch (PaymentException e) {
            LOG.error(
                    "{}: {} let a bank's failure through: {}",
                    incoming.origin().requestId(),
                    route.path(),
                    e.toString());
            return refused(route, incoming, RefusalCode.BANK_UNAVAILABLE, "the bank could not be asked");
        } catch (RuntimeException e) {
            LOG.error("{}: {} failed: {}", incoming.origin().requestId(), route.path(), FaultText.of(e));
            return refused(route, incoming, RefusalCode.INTERNAL, "a fault of the gateway; its log has the request id");
        }
    }

    private Result<Caller> admitted(Route route, Incoming incoming) {
        String address = incoming.origin().address();
        if (!list(route.family()).admits(address)) {
            return Result.refused(RefusalCode.ADDRESS_NOT_ALLOWED, "this may not be called from this address");
        }
        if (incoming.unreadable()
                .filter(refusal -> refusal.code() == RefusalCode.TOO_LARGE)
                .isPresent()) {
            return Result.refused(incoming.unreadable().get());
        }
        Result<Caller> caller = admission.admit(incoming.tokens(), address, route.role());
        return caller.then(
                admitted -> incoming.unreadable().map(Result::<Caller>refused).orElseGet(() -> Result.of(admitted)));
    }

    private AddressList list(Family family) {
        return switch (family) {
            case ADMIN -> gate.admin();
            case CALLBACK -> gate.callback();
            case WRAPPER, PAYMENTS, SHOP, CARDS, PAGE, SERVICE -> AddressList.EMPTY;
        };
    }

    private static Call call(Caller caller, Incoming incoming) {
        return new Call(caller, incoming.fields(), incoming.body(), incoming.origin(), incoming.headers());
    }

    private Answer handled(Route route, Call call, Incoming incoming) {
        if (route.handler() instanceof Handler.Money money) {
            return keyed.answer(route, money, call, incoming);
        }
        return ((Handler.Plain) route.handler())
                .answer(call)
                .fold(answer -> answer, refusal -> Problems.of(route.family(), refusal, call.origin()));
    }

    private static Answer refused(Route route, Incoming incoming, RefusalCode code, String detail) {
        return refused(route.family(), incoming.origin(), code, detail);
    }

    /** A refusal of what was not looked into. */
    static Answer refused(Family family, Call.Origin origin, RefusalCode code, String detail) {
        return Problems.of(family, Refusal.of(code, detail), origin);
    }
}
