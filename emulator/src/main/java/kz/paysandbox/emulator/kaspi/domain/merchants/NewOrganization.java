package kz.paysandbox.emulator.kaspi.domain.merchants;

import java.util.List;

/** An organisation that is added to a world, with its trade points. */
public record NewOrganization(Organization organization, List<TradePoint> tradePoints) {

    public NewOrganization {
        tradePoints = List.copyOf(tradePoints);
    }
}
