package kz.paysandbox.features.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/**
 * A world of a sandbox, of which each bank takes what is its own.
 *
 * @param name the world's
 * @param description as the control surface answered it: the banks' credentials by the banks' names
 * @param orders numbers of orders, each once until the world goes back to its start
 */
public record SandboxWorld(
        SandboxAddress address, String name, JsonNode description, Control control, Supplier<String> orders) {}
