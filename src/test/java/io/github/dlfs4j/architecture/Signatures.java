package io.github.dlfs4j.architecture;

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types and members as Java writes them, without {@code public} and without the packages of the types. */
final class Signatures {
    static final String ROOT = "io.github.dlfs4j.";

    private Signatures() {}

    /** The type with its package, as it is named below the root of the library. */
    static String qualified(Class<?> type) {
        String name = type.getName().replace('$', '.');
        return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
    }

    static String of(Type type) {
        return type.getTypeName().replaceAll("\\b[a-z]\\w*\\.", "").replace('$', '.');
    }

    /** What a type or method has between angle brackets, with the bounds. */
    static String parameters(GenericDeclaration declaration) {
        TypeVariable<?>[] variables = declaration.getTypeParameters();
        return variables.length == 0
                ? ""
                : Stream.of(variables)
                        .map(variable -> variable.getName() + bounds(variable))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(TypeVariable<?> variable) {
        Type[] bounds = variable.getBounds();
        return Arrays.equals(bounds, new Type[] {Object.class})
                ? ""
                : " extends " + Stream.of(bounds).map(Signatures::of).collect(Collectors.joining(" & "));
    }

    static String of(Field field) {
        return words(field.getModifiers(), Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL)
                + of(field.getGenericType())
                + ' '
                + field.getName();
    }

    /** A method as a member of a type, which may inherit it. */
    static String of(Method method, Class<?> type) {
        int told = Modifier.PROTECTED | Modifier.STATIC;
        // Every method of an interface can be abstract, and none of a final class is overridden.
        told |= type.isInterface() ? 0 : Modifier.ABSTRACT;
        told |= Modifier.isFinal(type.getModifiers()) ? 0 : Modifier.FINAL;
        return words(method.getModifiers(), told)
                + (method.isDefault() && type.isInterface() ? "default " : "")
                + of(method, of(method.getGenericReturnType()) + ' ' + method.getName());
    }

    /** A constructor or method, of which is given what stands before the parentheses. */
    static String of(Executable call, String name) {
        String parameters =
                Stream.of(call.getGenericParameterTypes()).map(Signatures::of).collect(Collectors.joining(", "));
        String thrown =
                Stream.of(call.getGenericExceptionTypes()).map(Signatures::of).collect(Collectors.joining(", "));
        String variables = parameters(call);
        return (variables.isEmpty() ? "" : variables + ' ')
                + name
                + '('
                + (call.isVarArgs() ? parameters.replaceFirst("\\[]$", "...") : parameters)
                + ')'
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    /** Some of the modifiers, each with a space behind it. */
    static String words(int modifiers, int some) {
        String words = Modifier.toString(modifiers & some);
        return words.isEmpty() ? "" : words + ' ';
    }
}
