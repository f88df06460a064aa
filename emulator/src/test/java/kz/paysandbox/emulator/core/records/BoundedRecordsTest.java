package kz.paysandbox.emulator.core.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedRecordsTest {

    @Test
    void at_the_limit_the_oldest_goes() {
        BoundedRecords<String> records = new BoundedRecords<>(2);
        records.put("a", "1");
        records.put("b", "2");
        records.put("a", "3");
        assertThat(records.all()).containsExactly("3", "2");
        records.put("c", "4");
        assertThat(records.all()).containsExactly("2", "4");
        assertThat(records.find("a")).isEmpty();
        assertThat(records.find("c")).contains("4");
    }

    @Test
    void at_the_limit_the_oldest_that_may_go_goes() {
        BoundedRecords<String> records = new BoundedRecords<>(2, value -> value.equals("done"));
        records.put("a", "open");
        records.put("b", "done");
        records.put("c", "open");
        assertThat(records.find("b")).isEmpty();
        records.put("d", "open");
        assertThat(records.find("a")).as("none may go").isEmpty();
        assertThat(records.all()).hasSize(2);
    }

    @Test
    void of_many_only_the_oldest_hundred_are_looked_at() {
        BoundedRecords<String> records = new BoundedRecords<>(101, value -> value.equals("done"));
        for (int number = 0; number < 100; number++) {
            records.put("open-" + number, "open");
        }
        records.put("late", "done");
        records.put("new", "open");
        assertThat(records.find("late")).isPresent();
        assertThat(records.find("open-0")).isEmpty();
    }

    @Test
    void a_change_says_what_is_there_then() {
        BoundedRecords<String> records = new BoundedRecords<>(2);
        records.put("a", "1");
        assertThat(records.change("a", value -> value + "!")).contains("1!");
        assertThat(records.find("a")).contains("1!");
        assertThat(records.change("b", value -> value + "!")).isEmpty();
    }
}
