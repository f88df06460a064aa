package kz.paysandbox.emulator.kaspi.domain.merchants;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** The tills registered in a world, found by token or numeric alias; bounded. */
public final class Devices {

    private static final long FIRST_ALIAS = 1_000;

    /** A device in three indexes. */
    private static final long DEVICE_BYTES = 400;

    private record Place(String bin, String deviceId) {}

    private final Ids ids;
    private final int most;
    private final MemoryAccount account;
    private final Map<String, Device> byToken = new ConcurrentHashMap<>();
    private final Map<Long, String> tokenByAlias = new ConcurrentHashMap<>();
    private final Map<Place, String> tokenByPlace = new ConcurrentHashMap<>();
    private final ChangeSignal signal = new ChangeSignal();
    private long registered;

    public Devices(Ids ids, int most) {
        this(ids, most, WorldMemory.unbounded());
    }

    public Devices(Ids ids, int most, WorldMemory memory) {
        this.ids = ids;
        this.most = most;
        this.account = memory.lasting(MemoryKind.PAYMENTS, () -> false);
    }

    /** Adds a device as it is, with its token and alias. */
    public synchronized void add(Device device) {
        signal.changing(device.token());
        byToken.put(device.token(), device);
        tokenByAlias.put(device.alias(), device.token());
        tokenByPlace.put(new Place(device.bin(), device.deviceId()), device.token());
    }

    /** The same token for the same arguments; a device that was deleted may be registered anew, anywhere. */
    public synchronized Outcome<Device, Refusal> register(TradePoint at, String deviceId) {
        Optional<Device> present = Optional.ofNullable(tokenByPlace.get(new Place(at.bin(), deviceId)))
                .map(byToken::get)
                .filter(Device::active);
        if (present.isPresent()) {
            return present.get().tradePointId() == at.id()
                    ? Outcome.ok(present.get())
                    : Refusal.refuse(Reason.DEVICE_ELSEWHERE);
        }
        if (byToken.size() >= most) {
            return Refusal.refuse(Reason.SANDBOX_FULL, "the sandbox holds " + most + " devices; reset the world");
        }
        if (!account.take(DEVICE_BYTES + 2L * deviceId.length())) {
            return Refusal.refuse(
                    Reason.SANDBOX_FULL,
                    "the sandbox holds as many devices as its memory may take; reset the world, or raise the heap");
        }
        long ordinal = registered++;
        String token = ids.uuid("device", ordinal).toString();
        Device device = new Device(token, FIRST_ALIAS + ordinal, deviceId, at.bin(), at.id(), true);
        add(device);
        return Outcome.ok(device);
    }

    /** By token, or by the alias where that is what was sent. */
    public Optional<Device> find(String tokenOrAlias) {
        Device device = byToken.get(tokenOrAlias);
        return device != null ? Optional.of(device) : byAlias(tokenOrAlias);
    }

    /** Switches a device on or off. */
    public synchronized Optional<Device> turn(String tokenOrAlias, boolean on) {
        return find(tokenOrAlias)
                .map(device -> byToken.computeIfPresent(device.token(), (token, known) -> {
                    signal.changing(token);
                    return known.switched(on);
                }));
    }

    /** Deletes a device of one of these organisations; of two calls at once, the second finds none (2.2.4). */
    public synchronized Outcome<Device, Refusal> delete(String tokenOrAlias, Collection<String> bins) {
        Optional<Device> found = find(tokenOrAlias).filter(device -> bins.contains(device.bin()));
        if (found.isEmpty()) {
            return Refusal.refuse(Reason.DEVICE_UNKNOWN);
        }
        if (!found.get().active()) {
            return Refusal.refuse(Reason.DEVICE_DELETED);
        }
        return Outcome.ok(turn(found.get().token(), false).orElseThrow());
    }

    /** These devices, to be kept outside the process. */
    public StateTable<Device> table() {
        return StateTable.of(
                        "kaspi.devices",
                        Device.class,
                        new KeyedValues<>(
                                signal,
                                this::settled,
                                () -> all().stream().map(Device::token).toList(),
                                this::restore))
                .with(StateTable.Trait.SECRET_KEYS);
    }

    private synchronized Optional<Device> settled(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    private synchronized void restore(Device device) {
        if (device.alias() >= FIRST_ALIAS) {
            account.keep(DEVICE_BYTES + 2L * device.deviceId().length());
            registered = Math.max(registered, device.alias() - FIRST_ALIAS + 1);
        }
        add(device);
    }

    /** By alias. */
    public List<Device> all() {
        return byToken.values().stream()
                .sorted(Comparator.comparingLong(Device::alias))
                .toList();
    }

    private Optional<Device> byAlias(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        return Optional.ofNullable(tokenByAlias.get(Long.parseLong(text))).map(byToken::get);
    }
}
