package kz.paysandbox.emulator.store.postgres;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A term for which this node owns the worlds. It is renewed by a thread of its own, and ends by this machine's clock
 * before it ends by the database's: whoever asks here is told first.
 */
public final class NodeLease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLease.class);

    /** Renewals within the length of a term. */
    private static final int RENEWALS = 5;

    private static final long LONGEST_SILENCE = TimeUnit.MINUTES.toNanos(2);

    private final NodeTable nodes;
    private final long term;
    private final Duration length;
    private final LongSupplier nanoTime;
    private final Thread renewing;
    private volatile long heldUntil;
    private volatile long renewed;
    private volatile boolean ended;

    /** When who owns the worlds last showed that it gets on. */
    private volatile long touched;

    private NodeLease(NodeTable nodes, long term, Duration length, LongSupplier nanoTime, long asked) {
        this.nodes = nodes;
        this.term = term;
        this.length = length;
        this.nanoTime = nanoTime;
        this.renewing = new Thread(this::renewAgainAndAgain, "sandbox-lease");
        renewing.setDaemon(true);
        this.touched = asked;
        count(asked);
    }

    static NodeLease begin(NodeTable nodes, long term, Duration length, LongSupplier nanoTime, long asked) {
        NodeLease lease = new NodeLease(nodes, term, length, nanoTime, asked);
        lease.renewing.start();
        return lease;
    }

    /** Its number; no other term has it. */
    long term() {
        return term;
    }

    /** Whether nobody else can own the worlds now; what has ended does not begin again. */
    public boolean isHeld() {
        if (nanoTime.getAsLong() - heldUntil >= 0) {
            ended = true;
        }
        return !ended;
    }

    /** Who owns the worlds gets on; a lease of one that does not for two minutes is not renewed. */
    public void touch() {
        touched = nanoTime.getAsLong();
    }

    /** How long ago it was renewed. */
    public Duration age() {
        return Duration.ofNanos(nanoTime.getAsLong() - renewed);
    }

    /** Callers may be sent here. */
    public void ready() {
        if (!nodes.ready(term)) {
            ended = true;
        }
    }

    private void count(long asked) {
        renewed = asked;
        heldUntil = asked + length.toNanos();
    }

    private void renewAgainAndAgain() {
        long pause = length.toNanos() / RENEWALS;
        while (isHeld()) {
            LockSupport.parkNanos(this, pause);
            renewIfAlive();
        }
    }

    /** One turn of the thread's. */
    void renewIfAlive() {
        if (nanoTime.getAsLong() - touched > LONGEST_SILENCE) {
            ended = true;
            LOG.error("this node has done nothing for two minutes, or its machine has slept: it gives the worlds up");
        } else if (!ended) {
            renew();
        }
    }

    private void renew() {
        long asked = nanoTime.getAsLong();
        try {
            if (nodes.renew(term, length)) {
                count(asked);
            } else {
                ended = true;
                LOG.warn("another node has taken the worlds over");
            }
        } catch (StoreException unreachable) {
            LOG.warn(
                    "the lease of the worlds could not be renewed, {} ms of it are left: {}",
                    TimeUnit.NANOSECONDS.toMillis(heldUntil - nanoTime.getAsLong()),
                    unreachable.getMessage());
        }
    }

    /** Ends it, so that another node need not wait. */
    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(renewing);
        try {
            nodes.release(term);
        } catch (StoreException unreachable) {
            LOG.debug("the lease was not released, it ends by itself", unreachable);
        }
    }
}
