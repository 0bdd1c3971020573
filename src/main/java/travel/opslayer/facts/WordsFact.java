package travel.opslayer.facts;

import org.jspecify.annotations.Nullable;

/** What the words tell, by the tables of words. */
public record WordsFact(
    @Meaning("what the words ask for: a word of sort wish; unknown when they ask for nothing")
        @Nullable String wish,
    @Meaning("nothing but thanks, agreement or a greeting sign") boolean onlyCourtesy,
    @Meaning("do they say yes, in words? A thumb alone says nothing") boolean yes,
    @Meaning("do they say no?") boolean no,
    @Meaning("number of words") long count,
    @Meaning("number of words that no table knows") long unknown,
    @Meaning("do they wish for nothing, greetings aside, and ask about no topic?") boolean silent,
    @Meaning("does this part only tell who, what or when, beside what the message asks for?")
        boolean beside,
    @Meaning(
            "the command that the first word may be, written with a slip of the finger; unknown"
                + " when it is written as it should be, or is none")
        @Nullable String slip)
    implements Fact {}
