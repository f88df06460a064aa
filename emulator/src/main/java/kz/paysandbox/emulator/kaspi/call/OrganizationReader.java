package kz.paysandbox.emulator.kaspi.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Sequence;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;
import kz.paysandbox.emulator.kaspi.domain.merchants.Merchants;
import kz.paysandbox.emulator.kaspi.domain.merchants.NewOrganization;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/**
 * A reader of organisations that people add to test with their own numbers: {@code
 * {"bin":"…","name"?,"tradePoints":[{"id":N, "name"?}]?}}.
 */
public final class OrganizationReader {

    /** Organisations and trade points of one setting or request at most. */
    private static final int MOST = 1_000;

    private static final Scalar NAME = Scalar.text(200).quoted();
    private static final Scalar ID = Scalar.whole(1, Long.MAX_VALUE);
    private static final Table SHAPE = new Table()
            .required(
                    "bin",
                    Scalar.pattern("a text of twelve digits", "[0-9]{12}").quoted(),
                    "Its BIN")
            .optional("name", NAME, "Its name")
            .optional(
                    "tradePoints",
                    new Sequence(
                            new Table().required("id", ID, "Unique in a world").optional("name", NAME, "Its name"),
                            MOST),
                    "Where it sells");

    /** A trade point of an organisation that is there. */
    public static final Table NEW_TRADE_POINT = new Table()
            .required("id", ID, "Unique in a world")
            .required("bin", NAME, "The organisation")
            .required("name", NAME, "Its name");

    private static final ObjectMapper JSON = new ObjectMapper();

    private OrganizationReader() {}

    public static Outcome<NewOrganization, Conflict> read(Map<String, Object> given) {
        return read(SHAPE, given).map(fields -> {
            String bin = fields.text("bin").orElse("");
            List<TradePoint> points = fields.objects("tradePoints").stream()
                    .map(point -> {
                        long id = point.number("id").orElse(0L);
                        return TradePoint.open(id, bin, point.text("name").orElse("Точка " + id));
                    })
                    .toList();
            return new NewOrganization(Organization.of(bin, fields.text("name").orElse("Организация " + bin)), points);
        });
    }

    public static Outcome<Values, Conflict> read(Table shape, Map<String, Object> given) {
        return shape.values(given).fold(Outcome::ok, complaint -> Outcome.refused(Conflict.invalid(complaint)));
    }

    /**
     * The setting's organisations, which every world begins with.
     *
     * @param json a list of objects; empty for none
     */
    static Outcome<List<NewOrganization>, String> ofSetting(String json) {
        if (json.isBlank()) {
            return Outcome.ok(List.of());
        }
        try {
            List<Map<String, Object>> objects = JSON.readValue(json, new TypeReference<>() {});
            return all(objects).flatMap(OrganizationReader::fittingTogether);
        } catch (JsonProcessingException malformed) {
            return Outcome.refused("must be a list of objects such as"
                    + " [{\"bin\":\"050540000017\",\"tradePoints\":[{\"id\":501}]}]");
        }
    }

    private static Outcome<List<NewOrganization>, String> all(List<Map<String, Object>> objects) {
        if (objects.size() > MOST) {
            return Outcome.refused("holds more than " + MOST + " organisations");
        }
        Outcome<List<NewOrganization>, String> read = Outcome.ok(new ArrayList<>());
        for (Map<String, Object> object : objects) {
            read = read.flatMap(before -> read(object)
                    .<Outcome<List<NewOrganization>, String>>fold(
                            added -> {
                                before.add(added);
                                return Outcome.ok(before);
                            },
                            conflict -> Outcome.refused(conflict.detail())));
        }
        return read;
    }

    /** BINs and trade points must differ from each other and from those that every world has. */
    private static Outcome<List<NewOrganization>, String> fittingTogether(List<NewOrganization> added) {
        Merchants merchants = KaspiWorld.merchants(List.of());
        for (NewOrganization one : added) {
            Outcome<Organization, Merchants.AddRefusal> outcome =
                    merchants.addNew(one.organization(), one.tradePoints(), Integer.MAX_VALUE);
            if (outcome.refusal().isPresent()) {
                return Outcome.refused(words(one, outcome.refusal().get()));
            }
        }
        return Outcome.ok(added);
    }

    /** Why an organisation was not added. */
    public static String words(NewOrganization organization, Merchants.AddRefusal taken) {
        String bin = organization.organization().bin();
        return switch (taken) {
            case BIN -> "organisation " + bin + " is there already";
            case TRADE_POINT ->
                "organisation " + bin + ": one of its trade points has the id of another; ids are unique in a world";
            case FULL -> "the world is full of organisations or trade points; reset it";
        };
    }
}
