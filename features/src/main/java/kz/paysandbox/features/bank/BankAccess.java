package kz.paysandbox.features.bank;

import java.util.Set;

/** One bank as the settings describe it. */
public interface BankAccess {

    /** What scenarios may demand of it beyond what any bank offers. */
    Set<Need> offers();

    /** The bank as one scenario finds it. */
    BankSite open(ScenarioNumbers numbers);
}
