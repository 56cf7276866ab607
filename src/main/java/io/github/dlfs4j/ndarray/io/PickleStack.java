package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.io.PickleValue.Array;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values that a {@link PickleMachine} works on, with marks between them. No instruction looks below a mark. */
final class PickleStack {
    private final CheckedInput in;
    private final List<PickleValue> values = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    /** The place of the instruction that is being executed. */
    private long place;

    PickleStack(CheckedInput in) {
        this.in = in;
    }

    long place() {
        return place;
    }

    void setPlace(long place) {
        this.place = place;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void push(PickleValue value) {
        values.add(value);
    }

    void mark() {
        marks.push(values.size());
    }

    /** Returns the number of values above the last mark. */
    private int available() {
        return values.size() - (marks.isEmpty() ? 0 : marks.peek());
    }

    PickleValue peek() throws FileFormatException {
        refuseIf(available() == 0, "a value on the stack", "none");
        return values.get(values.size() - 1);
    }

    <T extends PickleValue> T peek(Class<T> type, String what) throws FileFormatException {
        PickleValue value = peek();
        if (!type.isInstance(value)) {
            throw error(what, value.kind());
        }
        return type.cast(value);
    }

    <T extends PickleValue> T pop(Class<T> type, String what) throws FileFormatException {
        T value = peek(type, what);
        values.remove(values.size() - 1);
        return value;
    }

    List<PickleValue> pop(int count) throws FileFormatException {
        if (available() < count) {
            throw error(count + " values on the stack", Integer.toString(available()));
        }
        List<PickleValue> top = values.subList(values.size() - count, values.size());
        List<PickleValue> popped = List.copyOf(top);
        top.clear();
        return popped;
    }

    List<PickleValue> popToMark() throws FileFormatException {
        refuseIf(marks.isEmpty(), "a mark on the stack", "none");
        List<PickleValue> popped = pop(available());
        marks.pop();
        return popped;
    }

    /** Says in which value a fault is, for the end of a message. */
    String inValue() {
        String key = pendingKey();
        return key == null ? "" : " in the value of '" + Excerpt.of(key) + "'";
    }

    /** Returns the key whose value is being made in the dictionary that was begun last, or null if there is none. */
    String pendingKey() {
        int first = values.size();
        while (first > 0 && !(values.get(first - 1) instanceof Dict)) {
            first--;
        }
        if (first == 0) {
            return null;
        }
        // A mark right after the dictionary begins its items; a later one begins a tuple in a value.
        int end = values.size();
        for (int mark : marks) {
            end = mark > first ? mark : end;
        }
        boolean complete = (end - first) % 2 == 0 && end > first && values.get(end - 1) instanceof Array;
        for (int i = first + (end - first - 1) / 2 * 2; !complete && i >= first && i < end; i -= 2) {
            String key = PickledObjects.asText(values.get(i));
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    /** Creates the error for a fault at the instruction that is being executed. */
    void refuseIf(boolean isWrong, String expected, String found) throws FileFormatException {
        in.refuseIf(isWrong, place, expected, found);
    }

    FileFormatException error(String expected, String found) {
        return in.error(place, expected, found);
    }
}
