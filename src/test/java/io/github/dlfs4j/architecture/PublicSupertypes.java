package io.github.dlfs4j.architecture;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user of a type sees of its superclasses and interfaces: those that are public, with the members of the others.
 */
final class PublicSupertypes {
    private final Collection<Class<?>> types;

    PublicSupertypes(Collection<Class<?>> types) {
        this.types = types;
    }

    private boolean isHidden(Class<?> type) {
        return type.getName().startsWith(Signatures.ROOT) && !types.contains(type);
    }

    /** The nearest superclass that is not hidden; none if that is {@code Object}. */
    List<String> superclass(Class<?> type) {
        Class<?> last = type;
        while (isHidden(last.getSuperclass())) {
            last = last.getSuperclass();
        }
        return last.getSuperclass() == Object.class ? List.of() : List.of(Signatures.of(last.getGenericSuperclass()));
    }

    /** The interfaces that are not hidden, of the type and of the hidden types above it. */
    List<String> interfaces(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Class<?> each : withHidden(type)) {
            for (Type above : each.getGenericInterfaces()) {
                if (!isHidden(erased(above))) {
                    names.add(Signatures.of(above));
                }
            }
        }
        return List.copyOf(names);
    }

    private static Class<?> erased(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    /** The type and the hidden ones from which it inherits, from the type upwards. */
    List<Class<?>> withHidden(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        addWithHidden(type, all);
        return new ArrayList<>(all);
    }

    private void addWithHidden(Class<?> type, Set<Class<?>> all) {
        all.add(type);
        if (type.getSuperclass() != null && isHidden(type.getSuperclass())) {
            addWithHidden(type.getSuperclass(), all);
        }
        for (Class<?> above : type.getInterfaces()) {
            if (isHidden(above)) {
                addWithHidden(above, all);
            }
        }
    }
}
