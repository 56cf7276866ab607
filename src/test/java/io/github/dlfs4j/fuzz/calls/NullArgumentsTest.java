package io.github.dlfs4j.fuzz.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ExportedTypes;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Null in the place of each argument of the public API, or of an element of it, while the others are usual values: the
 * call is refused by the name of the parameter, and nothing that it was given has changed; or Javadoc says what null
 * means. Of an element, its singular is a name too: {@code array 'W1' is null}.
 */
class NullArgumentsTest {
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final long SEED = Long.getLong("dlfs4j.seed", 1);
    /** How many draws of usual values are tried to find some that the call accepts. */
    private static final int DRAWS = 30;
    /**
     * With how many of those null is tried that the call does not accept, for another argument may be refused first.
     */
    private static final int OTHERWISE = 8;

    /** Java's own message. */
    private static final Pattern REASON = Pattern.compile("because \"([^\"]*)\" is null");

    private final SourceParameters parameters = new SourceParameters();
    private final Set<String> problems = new TreeSet<>();
    private Factories factories;
    private int named;
    private int calls;

    @TempDir
    private Path folder;

    /** A call with null in a place. */
    private record Null(Class<?> type, Call call, int place, boolean isInside) {}

    @Test
    void callsRefuseNullByNameBeforeAnythingChanges() throws Exception {
        tryAll(1);
    }

    @Tag("fuzz")
    @Test
    void callsWithManyOtherArgumentsRefuseNullByName() throws Exception {
        tryAll(20);
    }

    /** Tries null in all places, beside some draws of other arguments that the call accepts. */
    private void tryAll(int wanted) throws Exception {
        factories = new Factories(PublicCalls.of(CLASSES));
        UsualValues.writeFiles(folder);
        for (Class<?> type : ExportedTypes.of(CLASSES)) {
            for (Executable call : calls(type)) {
                tryNulls(type, call, wanted);
            }
        }
        System.out.printf("%d refusals of null in %d methods and constructors%n", named, calls);
        assertThat(problems).as(String.join("\n", problems)).isEmpty();
        assertThat(named).isGreaterThan(2000);
    }

    /** The calls with references that users of the type can make, also those of a superclass that is not public. */
    private static List<Executable> calls(Class<?> type) {
        List<Executable> calls = new ArrayList<>(List.of(type.getDeclaredConstructors()));
        for (Class<?> each = type; each != null && Factories.isOurs(each); each = each.getSuperclass()) {
            calls.addAll(List.of(each.getDeclaredMethods()));
        }
        calls.removeIf(call -> !Modifier.isPublic(call.getModifiers()) && !Modifier.isProtected(call.getModifiers()));
        calls.removeIf(call -> call.isSynthetic() || call.getName().equals("equals") || NotCalled.isNeverCalled(call));
        calls.removeIf(call -> type.isEnum() && call.getName().equals("valueOf"));
        calls.removeIf(call -> Stream.of(call.getParameterTypes()).allMatch(Class::isPrimitive));
        return calls;
    }

    private void tryNulls(Class<?> type, Executable call, int wanted) throws Exception {
        call.setAccessible(true);
        calls++;
        int before = named;
        int accepted = 0;
        boolean isMade = false;
        for (int draw = 0; draw < DRAWS * wanted && accepted < wanted; draw++) {
            boolean isAccepted = isAccepted(type, call, draw);
            accepted += isAccepted ? 1 : 0;
            isMade |= (isAccepted || draw < OTHERWISE) && tryNulls(type, call, draw, isAccepted);
        }
        // What a program implements itself is its own.
        if (isMade && accepted == 0 && named == before) {
            problems.add("never refused: " + type.getSimpleName() + " " + PublicCalls.name(call));
        }
    }

    private boolean isAccepted(Class<?> type, Executable call, int draw) throws Exception {
        try (UsualValues usual = usual(draw)) {
            Call made = made(usual, type, call);
            made.result();
            return !(made.receiver() instanceof Proxy);
        } catch (UsualValues.NoValueException | InvocationTargetException e) {
            return false;
        }
    }

    private UsualValues usual(int draw) {
        return new UsualValues(factories, folder, new SplittableRandom(1_000_003 * SEED + draw));
    }

    private static Call made(UsualValues usual, Class<?> type, Executable call) throws UsualValues.NoValueException {
        Object receiver = Factories.isOfObject(call) ? usual.of(type) : null;
        if (call.getName().startsWith("backward")) {
            goForward(usual, receiver);
        }
        return made(usual, receiver, call);
    }

    private static Call made(UsualValues usual, Object receiver, Executable call) throws UsualValues.NoValueException {
        Call made = new Call(call, receiver);
        Type[] types = call.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            made.arguments()[i] = usual.of(types[i]);
        }
        return made;
    }

    /** Lets a layer compute what it goes back through. */
    private static void goForward(UsualValues usual, Object layer) throws UsualValues.NoValueException {
        for (Method method : layer.getClass().getMethods()) {
            if (method.getName().equals("forward")) {
                try {
                    made(usual, layer, method).result();
                } catch (InvocationTargetException e) {
                    // Then it does not go back either.
                }
            }
        }
    }

    /** Returns whether arguments were found, and a receiver of ours. */
    private boolean tryNulls(Class<?> type, Executable call, int draw, boolean isAccepted) throws Exception {
        for (int place = 0; place < call.getParameterCount(); place++) {
            int kinds = call.getParameterTypes()[place].isPrimitive() ? 0 : 1;
            for (int kind = 0; kind < kinds; kind++) {
                try (UsualValues usual = usual(draw)) {
                    Call made = made(usual, type, call);
                    if (made.receiver() instanceof Proxy) {
                        return false;
                    }
                    List<Object> nulls = nulls(made.arguments()[place]);
                    kinds = nulls.size();
                    made.arguments()[place] = nulls.get(kind);
                    tryCall(new Null(type, made, place, kind > 0), isAccepted);
                } catch (UsualValues.NoValueException e) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Null, and what is given with null inside. */
    private static List<Object> nulls(Object given) {
        List<Object> nulls = new ArrayList<>();
        nulls.add(null);
        if (given instanceof Object[] array && array.length > 0) {
            Object[] copy = array.clone();
            copy[copy.length - 1] = null;
            nulls.add(copy);
        } else if (given instanceof Collection<?> all) {
            Collection<Object> copy = given instanceof Set ? new LinkedHashSet<>(all) : new ArrayList<>(all);
            copy.add(null);
            nulls.add(copy);
        } else if (given instanceof Map<?, ?> map) {
            Map<Object, Object> values = new LinkedHashMap<>(map);
            values.replaceAll((key, value) -> null);
            Map<Object, Object> keys = new LinkedHashMap<>(map);
            keys.put(null, map.values().iterator().next());
            nulls.addAll(List.of(values, keys));
        }
        return nulls;
    }

    private void tryCall(Null tried, boolean isAccepted) throws Exception {
        Call call = tried.call();
        boolean meansSomething = !tried.isInside() && parameters.saysWhatNullMeans(call.what(), tried.place());
        String before = State.of(call.receiver(), call.arguments());
        try {
            call.result();
            if (!meansSomething) {
                problems.add("accepted: " + tried);
            }
        } catch (InvocationTargetException e) {
            Throwable thrown = e.getCause();
            boolean isNamed = isNamed(tried, thrown);
            named += isNamed ? 1 : 0;
            if (isNamed == meansSomething && (isAccepted || thrown instanceof NullPointerException)) {
                problems.add((isNamed ? "refused against Javadoc: " : "without a name: ") + tried + ": " + thrown + " "
                        + List.of(thrown.getStackTrace()).subList(0, 4));
            } else if (isNamed && !State.of(call.receiver(), call.arguments()).equals(before)) {
                problems.add("changed: " + tried);
            }
        }
    }

    private boolean isNamed(Null tried, Throwable thrown) {
        String name = parameters.name(tried.call().what(), tried.place());
        String message = String.valueOf(thrown.getMessage());
        Matcher reason = REASON.matcher(message);
        String words = reason.find() ? reason.group(1) : message.contains("because") ? "" : message;
        String pattern = tried.isInside() ? name.replaceAll("s$", "s?") : name;
        return Pattern.compile("(?<![\\w.])" + pattern + "(?!\\w)")
                .matcher(words)
                .find();
    }
}
