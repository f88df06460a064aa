package kz.paysandbox.certs;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.paysandbox.certs.x509.KeySpec;

/** Makes key pairs on all cores: with RSA they are nearly all of the time an initialisation takes. */
final class KeyGeneration implements AutoCloseable {
    private final SecureRandom random;
    private final ExecutorService threads;

    KeyGeneration(SecureRandom random) {
        this.random = random;
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    }

    Future<KeyPair> order(KeySpec spec) {
        return threads.submit(() -> spec.generate(random));
    }

    static KeyPair take(Future<KeyPair> ordered) {
        try {
            return ordered.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PkiException(PkiException.Kind.IO, "interrupted while keys were being made: run it again", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("key generation failed", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
