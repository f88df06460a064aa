package kz.paysandbox.emulator.core.faults;

import java.util.Locale;
import java.util.Map;

/** The consequence of a fault for a call: exactly one of these. */
public sealed interface Consequence {

    /** For people, after the name of what asks for it. */
    String about();

    /** Whether the caller gets what the sandbox answered, word for word. */
    default boolean deliversAnswer() {
        return false;
    }

    /** Whether a body is written that can be written slowly. */
    default boolean writesBody() {
        return false;
    }

    /** Applied and answered, as without a fault. */
    record PlainAnswer() implements Consequence {
        @Override
        public String about() {
            return "applied and answered";
        }

        @Override
        public boolean deliversAnswer() {
            return true;
        }

        @Override
        public boolean writesBody() {
            return true;
        }
    }

    /**
     * Not applied: a code is answered instead.
     *
     * @param number within the code's range
     */
    record CodeAnswer(AnswerCode code, long number) implements Consequence {

        public CodeAnswer {
            if (!code.has(number)) {
                throw new IllegalArgumentException(code.key() + " has no " + number);
            }
        }

        @Override
        public String about() {
            return "answered instead, nothing applied";
        }

        @Override
        public boolean deliversAnswer() {
            return true;
        }

        @Override
        public boolean writesBody() {
            return !code.equals(AnswerCode.HTTP);
        }
    }

    /** Not applied: a code is answered instead, and what is written is not that answer, or not all of it. */
    record SpoiltCodeAnswer(CodeAnswer answer, SpoiltAnswer spoilt) implements Consequence {

        /** Whether there is anything to spoil: an HTTP status has no body that could be cut off or left out. */
        static boolean isPossible(CodeAnswer answer, SpoiltAnswer spoilt) {
            return !answer.code().equals(AnswerCode.HTTP)
                    || spoilt.damage() == SpoiltAnswer.Damage.HTML
                    || spoilt.damage() == SpoiltAnswer.Damage.MALFORMED;
        }

        @Override
        public String about() {
            return answer.about() + ", and spoilt: " + spoilt.damage().word();
        }
    }

    /** Not applied: the connection is closed without a word. */
    record LossBefore() implements Consequence {
        @Override
        public String about() {
            return "the connection is closed, nothing applied";
        }
    }

    /** Applied: then the connection is closed without a word. */
    record LossAfter() implements Consequence {
        @Override
        public String about() {
            return "applied, then the connection is closed without an answer";
        }
    }

    /** Applied: what is written is not the answer, or not all of it. */
    record SpoiltAnswer(Damage damage) implements Consequence {

        /** In which way. */
        public enum Damage {
            RESET("applied, then the connection is reset in the middle of the answer"),
            TRUNCATED("applied, half of the answer, then the end"),
            MALFORMED("applied, the answer is no JSON"),
            EMPTY("applied, the answer has no body"),
            HTML("applied, a proxy's page in place of the answer");

            private final String about;

            Damage(String about) {
                this.about = about;
            }

            /** As it is written: {@code reset}, {@code html}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public String about() {
            return damage.about;
        }
    }

    /**
     * Applied: some members of the JSON answer have other values.
     *
     * @param members by name, at any depth: the values as texts; at least one
     */
    record MemberReplacement(Map<String, String> members) implements Consequence {

        public MemberReplacement {
            members = Map.copyOf(members);
            if (members.isEmpty()) {
                throw new IllegalArgumentException("nothing is replaced");
            }
        }

        @Override
        public String about() {
            return "applied, members of the answer replaced";
        }

        @Override
        public boolean writesBody() {
            return true;
        }
    }

    /** The connection is refused before there is a call. */
    record HandshakeRefusal() implements Consequence {
        @Override
        public String about() {
            return "the connection is refused before there is a call";
        }
    }
}
