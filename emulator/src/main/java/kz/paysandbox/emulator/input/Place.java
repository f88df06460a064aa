package kz.paysandbox.emulator.input;

/**
 * The place where something was typed: by line and column in a text, by its path in an object that came as JSON, by
 * its name in a query.
 */
public sealed interface Place {

    /** A message about what stands here, with the place. */
    String sentence(String message);

    /** What stands here, as the subject of a sentence. */
    String subject();

    /** A name, so that it can be told from the words around it. */
    String quoted(String name);

    /** From 1 each. */
    record InText(int line, int column) implements Place {
        @Override
        public String sentence(String message) {
            return "line " + line + ", column " + column + ": " + message;
        }

        @Override
        public String subject() {
            return "this";
        }

        @Override
        public String quoted(String name) {
            return "`" + name + "`";
        }
    }

    /** As {@code when.nth}; empty for the whole. */
    record InObject(String path) implements Place {
        @Override
        public String sentence(String message) {
            return path.isEmpty() || message.startsWith(path + " ") ? message : path + ": " + message;
        }

        @Override
        public String subject() {
            return path.isEmpty() ? "this" : path;
        }

        @Override
        public String quoted(String name) {
            return name;
        }

        /** Of a member of what stands here. */
        InObject member(String key) {
            return new InObject(path.isEmpty() ? key : path + "." + key);
        }
    }

    /** A parameter of a URL's query. */
    record InQuery(String name) implements Place {
        @Override
        public String sentence(String message) {
            return message;
        }

        @Override
        public String subject() {
            return name;
        }

        @Override
        public String quoted(String text) {
            return text;
        }
    }
}
