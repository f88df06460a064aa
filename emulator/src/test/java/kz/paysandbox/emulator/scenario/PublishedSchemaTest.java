package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PublishedSchemaTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** With {@code -Dschema.write=true} the file is brought up to date instead. */
    @Test
    void the_published_schema_is_what_the_reader_checks() throws IOException {
        String schema = MAPPER.writeValueAsString(ScenarioShape.schema(OwnBanks.RULES)) + "\n";
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(
                    Path.of("src/main/resources/kz/paysandbox/emulator/scenario/scenario.schema.json"), schema);
        } else {
            assertThat(ScenarioCatalogue.schema()).isEqualTo(schema);
        }
    }
}
