package kz.paysandbox.adapters.kaspi.payment;

import java.util.Optional;

/**
 * The organisation and the till of an operation.
 *
 * @param bin the organisation that was named ({@code OrganizationBin}); empty in r1 and r2, where key or certificate
 *     stand for one
 * @param device the till ({@code DeviceToken})
 */
public record Till(Optional<Bin> bin, DeviceToken device) {
    /** What a person may read: the organisation, and the end of the till's token. */
    public String text() {
        return bin.map(organisation -> "organisation " + organisation.value() + ", ")
                        .orElse("") + "till " + device.hint();
    }
}
