package io.github.dlfs4j.fuzz.calls;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls that give an object of a class. */
final class Factories {
    private final List<Executable> calls;
    private final Map<Class<?>, List<Executable>> byType = new HashMap<>();

    Factories(List<Executable> calls) {
        this.calls = calls;
    }

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.github.dlfs4j");
    }

    /** The constructors and static methods, or else methods of other objects; those without parameters if so wished. */
    List<Executable> of(Class<?> type, boolean simplest) {
        List<Executable> all = byType.computeIfAbsent(type, this::find);
        List<Executable> simple = all.stream()
                .filter(call -> !isOfObject(call) && call.getParameterCount() == 0)
                .toList();
        return simplest && !simple.isEmpty() ? simple : all;
    }

    static boolean isOfObject(Executable call) {
        return call instanceof Method && !Modifier.isStatic(call.getModifiers());
    }

    private List<Executable> find(Class<?> type) {
        List<Executable> own = new ArrayList<>();
        List<Executable> others = new ArrayList<>();
        for (Executable call : calls) {
            boolean isConstructor = !(call instanceof Method);
            Class<?> made = isConstructor ? call.getDeclaringClass() : ((Method) call).getReturnType();
            boolean isAbstract = isConstructor && Modifier.isAbstract(made.getModifiers());
            if (type.isAssignableFrom(made) && !isAbstract && !NotCalled.isNeverCalled(call)) {
                (isOfObject(call) ? others : own).add(call);
            }
        }
        return own.isEmpty() ? others : own;
    }
}
