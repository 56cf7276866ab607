package io.github.dlfs4j.fuzz.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ExportedTypes;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Null in the place of each argument of the public API, or of an element of it, while the others are right: the call is
 * refused by the name of the parameter, and nothing that it was given has changed; or Javadoc says what null means.
 */
class NullArgumentsTest {
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    /** How many draws of arguments are tried, and how many that the call accepts are wanted. */
    private static final int DRAWS = 300;

    private static final int ACCEPTED = Integer.getInteger("accepted", 3);
    private static final Pattern REASON = Pattern.compile("because \"([^\"]*)\" is null");

    private final SourceParameters parameters = new SourceParameters();
    private final Set<String> problems = new TreeSet<>();
    private final Set<String> neverAccepted = new TreeSet<>();
    private final Map<Path, byte[]> files = new LinkedHashMap<>();
    private Factories factories;
    private int refused;

    @TempDir
    private Path folder;

    @Test
    void nullIsRefusedByTheNameOfTheParameterBeforeAnythingChanges() throws Exception {
        factories = new Factories(PublicCalls.of(CLASSES));
        UsualValues.writeFiles(folder);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        for (Class<?> type : ExportedTypes.of(CLASSES)) {
            for (Executable call : calls(type)) {
                tryNulls(type, call);
            }
        }
        System.out.println(refused);
        Files.write(Path.of("/tmp/nulls/problems"), problems);
        Files.write(Path.of("/tmp/nulls/never"), neverAccepted);
        assertThat(problems).isEmpty();
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

    private void tryNulls(Class<?> type, Executable call) throws Exception {
        call.setAccessible(true);
        long begun = System.nanoTime();
        int accepted = 0;
        for (int draw = 0; draw < DRAWS && accepted < ACCEPTED; draw++) {
            if (isAccepted(type, call, draw)) {
                accepted++;
                tryNulls(type, call, draw);
            }
        }
        if (System.nanoTime() - begun > 200_000_000L)
            System.out.println((System.nanoTime() - begun) / 1e9 + " " + name(type, call) + accepted);
        if (accepted == 0) {
            neverAccepted.add(name(type, call));
        }
    }

    private static String name(Class<?> type, Executable call) {
        return type.getSimpleName() + " " + PublicCalls.name(call);
    }

    private boolean isAccepted(Class<?> type, Executable call, int draw) throws Exception {
        try (UsualValues usual = usual(draw)) {
            Call made = made(usual, type, call);
            if (made.receiver() instanceof Proxy) {
                return false;
            }
            made.result();
            return true;
        } catch (UsualValues.NoValueException | InvocationTargetException e) {
            return false;
        }
    }

    private UsualValues usual(int draw) throws Exception {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!Files.exists(file.getKey()) || Files.size(file.getKey()) != file.getValue().length) {
                Files.write(file.getKey(), file.getValue());
            }
        }
        return new UsualValues(factories, folder, new SplittableRandom(draw));
    }

    private static Call made(UsualValues usual, Class<?> type, Executable call) throws UsualValues.NoValueException {
        Call made = new Call(call, Factories.isOfObject(call) ? usual.of(type) : null);
        Type[] types = call.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            made.arguments()[i] = usual.of(types[i]);
        }
        return made;
    }

    private void tryNulls(Class<?> type, Executable call, int draw) throws Exception {
        for (int place = 0; place < call.getParameterCount(); place++) {
            if (call.getParameterTypes()[place].isPrimitive()) {
                continue;
            }
            int kinds = 0;
            for (int which = 0; which <= kinds; which++) {
                try (UsualValues usual = usual(draw)) {
                    Call made = made(usual, type, call);
                    List<Object> nulls = nulls(made.arguments()[place]);
                    kinds = nulls.size() - 1;
                    made.arguments()[place] = nulls.get(which);
                    tryCall(type, made, place, which);
                }
            }
        }
    }

    /** Null, and what is given with null inside. */
    private static List<Object> nulls(Object given) {
        List<Object> nulls = new ArrayList<>();
        nulls.add(null);
        if (given instanceof Object[] array && array.length > 0) {
            Object[] copy = array.clone();
            copy[copy.length - 1] = null;
            nulls.add(copy);
        } else if (given instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            copy.set(copy.size() - 1, null);
            nulls.add(copy);
        } else if (given instanceof Set<?> set) {
            Set<Object> copy = new LinkedHashSet<>(set);
            copy.add(null);
            nulls.add(copy);
        } else if (given instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.replaceAll((key, value) -> null);
            nulls.add(copy);
            Map<Object, Object> another = new LinkedHashMap<>(map);
            another.put(null, map.values().iterator().next());
            nulls.add(another);
        }
        return nulls;
    }

    private void tryCall(Class<?> type, Call call, int place, int which) throws Exception {
        boolean meansSomething = parameters.saysWhatNullMeans(call.what(), place);
        String name = parameters.name(call.what(), place);
        String before = State.of(call.receiver(), call.arguments());
        String where = type.getSimpleName() + " " + PublicCalls.name(call.what()) + " " + name
                + (which > 0 ? " inside " + which : "");
        try {
            call.result();
            if (!meansSomething) {
                problems.add("accepted: " + where);
            }
        } catch (InvocationTargetException e) {
            refused++;
            Throwable thrown = e.getCause();
            if (meansSomething && thrown instanceof NullPointerException) {
                problems.add("refused, though documented: " + where + thrown + at(thrown));
            } else if (!meansSomething && !names(thrown, name)) {
                problems.add("unnamed: " + where + ": " + thrown.getMessage() + at(thrown));
            }
            if (!State.of(call.receiver(), call.arguments()).equals(before)) {
                problems.add("changed: " + where + at(thrown));
            }
        }
    }

    private static String at(Throwable thrown) {
        StringBuilder b = new StringBuilder();
        int n = 0;
        for (StackTraceElement f : thrown.getStackTrace()) {
            if (f.getClassName().startsWith("io.github.dlfs4j") && n++ < 4) {
                b.append(" < ").append(f.getFileName()).append(':').append(f.getLineNumber());
            }
            if (f.getClassName().contains(".fuzz.")) break;
        }
        return b.toString();
    }

    /** Whether a message names a parameter; Java's own does so behind "because". */
    private static boolean names(Throwable thrown, String name) {
        String message = String.valueOf(thrown.getMessage());
        Matcher reason = REASON.matcher(message);
        String named = reason.find() ? reason.group(1) : message.contains("because") ? "" : message;
        return Pattern.compile("(?<!\\w)" + name + "(?!\\w)").matcher(named).find();
    }
}
