package kz.paysandbox.emulator.epay.call;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.epay.domain.cards.CardData;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.http.JsonObjectReader;
import org.jspecify.annotations.Nullable;

/** A decrypter of cryptograms on a few threads of its own, because each costs milliseconds of computing. */
public final class Cryptograms implements AutoCloseable {

    private static final int MOST_WAITING = 1_000;

    private final Supplier<RsaKey> source;
    private final ThreadPoolExecutor threads;
    private @Nullable RsaKey key;

    private Cryptograms(Supplier<RsaKey> source, int threads) {
        this.source = source;
        this.threads = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                    Thread thread = new Thread(work, "sandbox-cryptogram");
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    /**
     * With the key in a file, which is read when it is first needed.
     *
     * @param threads how many cryptograms are opened at once
     */
    public static Cryptograms with(Path keyFile, int threads) {
        return new Cryptograms(() -> RsaKey.read(keyFile), threads);
    }

    /** The key itself. */
    public synchronized RsaKey key() {
        RsaKey known = key;
        if (known == null) {
            known = source.get();
            key = known;
        }
        return known;
    }

    /** What card a cryptogram holds. */
    public CompletionStage<Outcome<CardData, Refusal>> open(String cryptogram) {
        try {
            return CompletableFuture.supplyAsync(() -> decrypt(cryptogram), threads);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(Refusal.refuse(
                    Reason.SANDBOX_FULL, "the sandbox has " + MOST_WAITING + " cryptograms to open already"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Outcome<CardData, Refusal> decrypt(String cryptogram) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(cryptogram);
            byte[] content = key().decrypt(bytes);
            return BodyReader.JSON
                    .read(Bytes.wrap(content))
                    .map(JsonObjectReader.ParsedObject::fields)
                    .map(Cryptograms::card)
                    .<Outcome<CardData, Refusal>>map(Outcome::ok)
                    .orElseGet(() ->
                            Refusal.silently(Reason.CRYPTOGRAM, CryptogramMistake.ofContent(content, bytes, key())));
        } catch (GeneralSecurityException | IllegalArgumentException notForUs) {
            return Refusal.silently(Reason.CRYPTOGRAM, CryptogramMistake.ofUnopened(cryptogram, key()));
        }
    }

    private static CardData card(Map<String, Scalar> fields) {
        return new CardData(
                text(fields, "hpan").replace(" ", ""),
                text(fields, "expDate").replace("/", ""),
                text(fields, "cvc"),
                text(fields, "terminalId"));
    }

    private static String text(Map<String, Scalar> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Scalar::text).orElse("");
    }
}
