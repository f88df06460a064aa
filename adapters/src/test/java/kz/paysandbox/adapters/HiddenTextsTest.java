package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.SavedCard;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;

/** Every record that holds something of a bank is made with marked values, and its text must not show the secret ones. */
class HiddenTextsTest {
    private static final List<String> ROOMS =
            List.of("kaspi", "kaspi.payment", "kaspi.wire", "epay", "epay.payment", "epay.callback", "epay.wire");

    /** Components that pay, unlock or name a person, in lower case. */
    private static final Set<String> SECRET = Set.of(
            "accesstoken",
            "accountid",
            "back",
            "card",
            "cardid",
            "cardmask",
            "clientname",
            "clientsecret",
            "cryptogram",
            "customername",
            "cvc",
            "data",
            "devicetoken",
            "email",
            "expdate",
            "hpan",
            "invoiceurl",
            "link",
            "mask",
            "md",
            "name",
            "pan",
            "pareq",
            "pares",
            "paymentlink",
            "payername",
            "phone",
            "phonenumber",
            "post",
            "postlink",
            "failureback",
            "failurepost",
            "failurepostlink",
            "qrtoken",
            "recipientcontact",
            "recipientcontactsms",
            "refreshtoken",
            "secrethash",
            "url");

    private static final Set<String> NAMES_OF_SHOPS = Set.of("TradePoint");
    private static final Set<String> IDS_THAT_PAY = Set.of("SavedCard", "CardId");

    @Test
    void no_text_of_a_record_shows_what_pays_unlocks_or_names_a_person() {
        List<String> shown = new ArrayList<>();
        List<Class<?>> records = records();
        assertThat(records).hasSizeGreaterThan(60).contains(SavedCard.class);
        for (Class<?> type : records) {
            String text = sample(type, "whole").toString();
            for (RecordComponent component : type.getRecordComponents()) {
                if (secret(type, component.getName()) && text.contains(marker(component.getName()))) {
                    shown.add(type.getName() + "." + component.getName());
                }
            }
        }
        assertThat(shown).isEmpty();
    }

    private static boolean secret(Class<?> type, String name) {
        if (NAMES_OF_SHOPS.contains(type.getSimpleName())) {
            return false;
        }
        return SECRET.contains(name.toLowerCase(Locale.ROOT))
                || (name.equals("id") && IDS_THAT_PAY.contains(type.getSimpleName()));
    }

    private static List<Class<?>> records() {
        return new ClassFileImporter()
                        .importLocations(Stream.of(Card.class, Bin.class)
                                .map(type -> Location.of(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()))
                                .distinct()
                                .toList())
                        .stream()
                        .filter(type -> ROOMS.stream()
                                .anyMatch(room -> type.getPackageName().equals("kz.paysandbox.adapters." + room)))
                        .map(JavaClass::reflect)
                        .<Class<?>>map(type -> type)
                        .filter(Class::isRecord)
                        .filter(type -> Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .allMatch(HiddenTextsTest::plain))
                        .toList();
    }

    /** A value, and no part of a program. */
    private static boolean plain(Class<?> type) {
        boolean part = type.isInterface()
                || type.getPackageName().endsWith(".transport")
                || type.getPackageName().equals("java.util.concurrent");
        return !part || type == Map.class || type == List.class;
    }

    private static String marker(String name) {
        return "marked-" + name.toLowerCase(Locale.ROOT);
    }

    private static Object sample(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Object inner = sample(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1], name);
            return generic.getRawType() == Optional.class
                    ? Optional.of(inner)
                    : generic.getRawType() == Map.class ? Map.of(name, inner) : List.of(inner);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class || plain == Object.class) {
            return marker(name);
        } else if (plain == URI.class) {
            return URI.create("https://shop.example/" + marker(name));
        } else if (plain == JsonNode.class) {
            return TextNode.valueOf(marker(name));
        } else if (plain == Integer.class || plain == int.class) {
            return 1;
        } else if (plain == Long.class || plain == long.class) {
            return 1L;
        } else if (plain == Boolean.class || plain == boolean.class) {
            return true;
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (plain == byte[].class) {
            return new byte[0];
        }
        return known(plain).orElseGet(() -> record(plain));
    }

    private static Optional<Object> known(Class<?> type) {
        return Stream.of(
                        new BigDecimal("200"),
                        Tenge.of(200),
                        Instant.EPOCH,
                        Duration.ofSeconds(5),
                        YearMonth.of(2027, 1),
                        new Phone("87010000001"),
                        Bin.of("180340021791"),
                        InvoiceId.of("205218074"),
                        new Card("4405639704015096", YearMonth.of(2027, 1), "815"))
                .filter(type::isInstance)
                .findFirst();
    }

    private static Object record(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        if (parts == null) {
            throw new AssertionError("no sample for " + type);
        }
        try {
            Constructor<?> whole = type.getDeclaredConstructor(
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            whole.setAccessible(true);
            return whole.newInstance(Arrays.stream(parts)
                    .map(part -> sample(part.getGenericType(), part.getName()))
                    .toArray());
        } catch (InvocationTargetException e) {
            throw new AssertionError("a sample of " + type + " is refused", e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }
}
