package kz.paysandbox.emulator.boot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.emulator.control.access.NamedToken;
import kz.paysandbox.emulator.control.access.Quota;
import kz.paysandbox.emulator.control.access.Scope;
import kz.paysandbox.emulator.control.access.TokenBook;
import kz.paysandbox.emulator.control.access.TokenKeeper;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import kz.paysandbox.emulator.store.StoreException;

/** The file with the named tokens of a home, by their hashes: readable by its owner alone, replaced in one step. */
record TokensFile(Path file, Runnable changed) implements TokenKeeper {

    private static final String HASH_FORM = "[0-9a-f]{64}";

    /**
     * That of a home.
     *
     * @param changed is run once the file has
     */
    static TokensFile in(Path home, Runnable changed) {
        return new TokensFile(place(home), changed);
    }

    /** Where it is in a home. */
    static Path place(Path home) {
        return home.resolve("tokens.json");
    }

    /**
     * The tokens, with those that the file has.
     *
     * @throws KeyMaterialException where it cannot be used: a token that was withdrawn must not come back unseen
     */
    TokenBook book(InstantSource machine, RandomGenerator random) {
        return new TokenBook(this, Files.exists(file) ? read() : List.of(), machine, random);
    }

    private List<NamedToken> read() {
        try {
            JsonNode list = new ObjectMapper().readTree(Files.readString(file)).path("tokens");
            if (!list.isArray()) {
                throw new IllegalArgumentException("tokens");
            }
            List<NamedToken> tokens = new ArrayList<>();
            list.forEach(token -> tokens.add(token(token)));
            return tokens;
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException malformed) {
            throw new KeyMaterialException(file + " holds no tokens; make them anew without it", malformed);
        } catch (IOException unreadable) {
            throw new KeyMaterialException(file + ": " + FileProblems.of(unreadable), unreadable);
        }
    }

    private static NamedToken token(JsonNode token) {
        return new NamedToken(
                matching(token, "name", Worlds.NAME_FORM),
                Scope.parse(token.path("scope").asText()).orElseThrow(() -> new IllegalArgumentException("scope")),
                matching(token, "sha256", HASH_FORM),
                Instant.parse(token.path("made").asText()),
                Optional.of(token.path("expires").asText())
                        .filter(text -> !text.isEmpty())
                        .map(Instant::parse),
                new Quota(
                        limit(token, "worlds", JsonNode::isInt).map(JsonNode::intValue),
                        limit(token, "bytes", JsonNode::isIntegralNumber).map(JsonNode::longValue)));
    }

    /** A limit that is no number must not become none. */
    private static Optional<JsonNode> limit(JsonNode token, String key, Predicate<JsonNode> isLimit) {
        Optional<JsonNode> limit = Optional.of(token.path(key)).filter(node -> !node.isMissingNode());
        if (limit.filter(isLimit.negate()).isPresent()) {
            throw new IllegalArgumentException(key);
        }
        return limit;
    }

    private static String matching(JsonNode token, String key, String form) {
        String text = token.path(key).asText();
        if (!text.matches(form)) {
            throw new IllegalArgumentException(key);
        }
        return text;
    }

    @Override
    public void keep(List<NamedToken> tokens) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = json.createObjectNode();
        ArrayNode list = document.putArray("tokens");
        for (NamedToken token : tokens) {
            ObjectNode entry = list.addObject()
                    .put("name", token.name())
                    .put("scope", token.scope().toString())
                    .put("sha256", token.sha256())
                    .put("made", token.made().toString());
            token.expires().ifPresent(expires -> entry.put("expires", expires.toString()));
            token.quota().worlds().ifPresent(worlds -> entry.put("worlds", worlds));
            token.quota().bytes().ifPresent(bytes -> entry.put("bytes", bytes));
        }
        try {
            Optional<byte[]> before = Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
            SafeFiles.write(file, document.toPrettyString() + "\n", SafeFiles.Access.OWNER_ONLY);
            tell(before);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + ": " + FileProblems.of(unwritable), unwritable);
        }
    }

    /** Where the other nodes cannot have it, it is as if it had not changed. */
    private void tell(Optional<byte[]> before) throws IOException {
        try {
            changed.run();
        } catch (StoreException unkept) {
            if (before.isPresent()) {
                SafeFiles.write(file, before.get(), SafeFiles.Access.OWNER_ONLY);
            } else {
                Files.deleteIfExists(file);
            }
            throw new IOException(unkept.getMessage(), unkept);
        }
    }
}
