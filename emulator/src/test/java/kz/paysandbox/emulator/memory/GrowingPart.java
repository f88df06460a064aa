package kz.paysandbox.emulator.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.callbacks.Event;
import kz.paysandbox.emulator.epay.domain.Checkout;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Fixtures;
import kz.paysandbox.emulator.epay.domain.InvoiceLink;
import kz.paysandbox.emulator.epay.domain.Links;
import kz.paysandbox.emulator.epay.domain.Order;
import kz.paysandbox.emulator.epay.domain.Payer;
import kz.paysandbox.emulator.epay.domain.PaymentProcess;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Binding;
import kz.paysandbox.emulator.epay.domain.tokens.Grant;
import kz.paysandbox.emulator.epay.rules.ProtocolRules;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Origin;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.PaymentTerms;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** What a caller can make one world hold more and more of. */
enum GrowingPart {
    FINDINGS(MemoryKind.FINDINGS, true) {
        @Override
        boolean add(World world, long number) {
            world.findings().add(finding(number));
            return true;
        }
    },
    FINDINGS_TO_COME(MemoryKind.FINDINGS, true) {
        @Override
        boolean add(World world, long number) {
            world.findings().expect("payment " + number, FAR, finding(number));
            return true;
        }
    },
    FAULTS(MemoryKind.FAULTS, false) {
        @Override
        boolean add(World world, long number) {
            return world.faults()
                    .add("x".repeat(2_000) + number, Match.ofEndpoint("r1 *"), Effect.slow(10), Optional.of(1))
                    .isPresent();
        }
    },
    TASKS(MemoryKind.CALLBACKS, false) {
        @Override
        boolean add(World world, long number) {
            return world.timeline().at(FAR, "toy", "task-" + number, () -> CompletableFuture.completedFuture(number));
        }
    },
    CALLBACKS(MemoryKind.CALLBACKS, true) {
        @Override
        boolean add(World world, long number) {
            var unused = world.part(Callbacks.class)
                    .announce(
                            new Event("invoice-" + number, "payment-" + number, List.of(number)),
                            "http://shop.example/" + "x".repeat(500),
                            Bytes.wrap(new byte[2_000]));
            return true;
        }
    },
    STAND_INS(MemoryKind.RULES, false) {
        @Override
        boolean add(World world, long number) {
            return !world.pseudonyms().of("device", "value-" + number).endsWith("#?");
        }
    },
    RULES(MemoryKind.RULES, true) {
        @Override
        boolean add(World world, long number) {
            var unused = world.part(ProtocolRules.class).spent(token(number), number);
            return true;
        }
    },
    KASPI_PAYMENTS(MemoryKind.PAYMENTS, true) {
        @Override
        boolean add(World world, long number) {
            Payment payment = Payment.created(
                    new PaymentTerms(
                            number,
                            PaymentKind.QR,
                            new Origin(Scheme.R1, DEVICE),
                            Money.tenge(number),
                            "order " + number,
                            START,
                            START,
                            Duration.ofMinutes(1)),
                    "");
            return world.part(KaspiBank.class)
                    .purchases()
                    .add(payment, world.now())
                    .value()
                    .isPresent();
        }
    },
    KASPI_RETURNS(MemoryKind.PAYMENTS, true) {
        @Override
        boolean add(World world, long number) {
            world.part(KaspiBank.class).returns().add(QrReturn.created(number, DEVICE, "return " + number, START, FAR));
            return true;
        }
    },
    KASPI_DEVICES(MemoryKind.PAYMENTS, false) {
        @Override
        boolean add(World world, long number) {
            return world.part(KaspiBank.class)
                    .devices()
                    .register(TradePoint.open(1, "180340021791", "Shop"), "till-" + number)
                    .value()
                    .isPresent();
        }
    },
    KASPI_ORGANIZATIONS(MemoryKind.PAYMENTS, false) {
        @Override
        boolean add(World world, long number) {
            return world.part(KaspiBank.class)
                    .merchants()
                    .addNew(
                            Organization.of(String.format("%012d", number), "ТОО «Пример» " + number),
                            List.of(TradePoint.open(10_000 + number, "180340021791", "Shop " + number)),
                            Integer.MAX_VALUE)
                    .value()
                    .isPresent();
        }
    },
    EPAY_TOKENS(MemoryKind.PAYMENTS, true) {
        @Override
        boolean add(World world, long number) {
            var unused = world.part(EpayBank.class)
                    .tokens()
                    .issue(
                            Fixtures.shop(1),
                            Grant.CLIENT_CREDENTIALS,
                            "payment",
                            new Binding("invoice-" + number, Optional.empty(), "KZT", "terminal", "", LINK, LINK),
                            START,
                            Duration.ofHours(1));
            return true;
        }
    },
    EPAY_PAYMENTS(MemoryKind.PAYMENTS, false) {
        @Override
        boolean add(World world, long number) {
            return new PaymentProcess(world.part(EpayBank.class))
                    .byCard(order(number), Fixtures.good(1), world.now())
                    .value()
                    .isPresent();
        }
    },
    EPAY_LINKS(MemoryKind.PAYMENTS, true) {
        @Override
        boolean add(World world, long number) {
            world.part(EpayBank.class)
                    .links()
                    .put("link-" + number, new InvoiceLink("link-" + number, order(number), START, FAR));
            return true;
        }
    },
    EPAY_PAGES(MemoryKind.PAYMENTS, true) {
        @Override
        boolean add(World world, long number) {
            world.part(EpayBank.class)
                    .checkouts()
                    .put("page-" + number, Checkout.opened("page-" + number, order(number), false));
            return true;
        }
    };

    static final Instant START = Fixtures.NOON;

    private static final Instant FAR = START.plus(Duration.ofDays(30));
    private static final Device DEVICE = new Device("token", 321, "GFC-321", "180340021791", 1, true);
    private static final String LINK = "https://shop.example/done?" + "x".repeat(60);

    private final MemoryKind kind;
    private final boolean oldestGo;

    GrowingPart(MemoryKind kind, boolean oldestGo) {
        this.kind = kind;
        this.oldestGo = oldestGo;
    }

    MemoryKind kind() {
        return kind;
    }

    /** Whether the oldest go at the limit; more is refused otherwise. */
    boolean oldestGo() {
        return oldestGo;
    }

    /** Adds one that is like no other; false where it is refused. */
    abstract boolean add(World world, long number);

    private static Finding finding(long number) {
        return new Finding(
                "toy.rule",
                "a clause",
                Finding.Severity.NOTE,
                "evidence of what a caller has sent, with words of its own " + number,
                List.of(number),
                START);
    }

    private static AccessToken token(long number) {
        return new AccessToken(
                "a value of the length that the bank's tokens have " + number,
                "",
                Fixtures.shop(1),
                Grant.CLIENT_CREDENTIALS,
                "payment",
                new Binding("", Optional.empty(), "KZT", "", "", "", ""),
                new AccessToken.Validity(START, Duration.ofHours(1)),
                0);
    }

    private static Order order(long number) {
        return new Order(
                Fixtures.shop(1),
                new Order.Invoice(String.valueOf(1_000_000 + number), "", Money.tenge(100), "KZT"),
                new Order.Words("an order " + number, "rus", "{\"cart\":" + number + "}", ""),
                new Payer("account-" + number, "Name " + number, "someone@shop.example", "77010000000"),
                new Links(LINK, LINK, "http://shop.example/hook/" + number, ""),
                true,
                false);
    }
}
