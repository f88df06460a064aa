package kz.paysandbox.emulator.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** The merchants where no bank has any: nothing can be added. */
final class NoMerchants implements MerchantDesk {

    @Override
    public Outcome<? extends Record, Conflict> addOrganization(World world, Map<String, Object> organization) {
        return none();
    }

    @Override
    public Outcome<? extends Record, Conflict> addTradePoint(World world, Map<String, Object> tradePoint) {
        return none();
    }

    @Override
    public List<String> devices(World world) {
        return List.of();
    }

    @Override
    public Outcome<? extends Record, Conflict> scanReturn(World world, String id, Optional<String> phone) {
        return none();
    }

    private static Outcome<Record, Conflict> none() {
        return Outcome.refused(Conflict.NO_MERCHANTS);
    }
}
