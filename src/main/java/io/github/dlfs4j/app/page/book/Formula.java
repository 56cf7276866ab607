package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.NDArray;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A formula that a reader has typed: numbers, names, the constants pi and e, {@code + - * / ^}, parentheses and
 * functions, also in the wide characters of Japanese and Chinese keyboards. Variables compute it while it is read.
 */
final class Formula {
    private static final int LONGEST = 200;
    private static final int MOST_OPERATIONS = 60;

    /** Operators from left to right, those that bind more tightly behind the others. */
    private static final List<Set<String>> OPERATORS = List.of(Set.of("+", "-"), Set.of("*", "/"));

    private static final Map<String, UnaryOperator<Variable>> FUNCTIONS = Map.of(
            "sin", Variable::sin,
            "cos", Variable::cos,
            "exp", Variable::exp,
            "log", Variable::log,
            "tanh", Variable::tanh,
            "sqrt", Variable::sqrt,
            "sigmoid", Variable::sigmoid,
            "relu", Variable::relu);

    private static final Map<String, BinaryOperator<Variable>> OF_TWO =
            Map.of("max", Variable::maximum, "min", Variable::minimum);

    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "π", Math.PI, "e", Math.E);
    private static final Map<String, Integer> POWERS = Map.of("^", 0, "**", 0, "²", 2, "³", 3);

    /** A number, a name, any other character, or the end; perhaps behind space. */
    private static final Pattern TOKEN = Pattern.compile("\\s*((?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
            + "|\\p{IsAlphabetic}[\\p{IsAlphabetic}0-9_]*|\\*\\*|\\S|$)");

    private final Function<String, Variable> variables;
    private final Map<String, Variable> constants = new HashMap<>();
    private final String text;
    private final Matcher matcher;

    /** The token that comes next, empty at the end, and its place. */
    private String token;

    private int place;
    private int operations;

    private Formula(String typed, Function<String, Variable> variables) {
        StringBuilder usual = new StringBuilder();
        typed.chars().forEach(c -> usual.append(usual((char) c)));
        this.text = usual.toString();
        this.variables = variables;
        matcher = TOKEN.matcher(text);
        advance();
    }

    /** Returns the character that stands for one of another script or keyboard, such as a wide 2, which it may be. */
    private static char usual(char c) {
        if (Character.isDigit(c)) {
            return Character.forDigit(Character.digit(c, 10), 10);
        }
        return switch (c) {
            case '×', '∗', '·', '⋅' -> '*';
            case '÷', '∕' -> '/';
            case '−' -> '-';
            default -> {
                char narrow = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
                yield Character.isSpaceChar(narrow) ? ' ' : narrow;
            }
        };
    }

    /**
     * Computes a formula.
     *
     * @param variables returns the variable of a name
     * @return the result; a constant if the formula has no name
     * @throws ParseException says what is wrong, and at which character, from 0
     */
    static Variable compute(String text, Function<String, Variable> variables) throws ParseException {
        if (text.length() > LONGEST) {
            throw mistake(LONGEST, "long", LONGEST);
        }
        Formula formula = new Formula(text, variables);
        Variable result = formula.operators(0);
        if (formula.token.equals(")")) {
            throw mistake(formula.place, "closing");
        }
        formula.checkNothingIsLeft();
        return result;
    }

    /** Returns what is wrong at a character, in the language of the thread. */
    static ParseException mistake(int at, String key, Object... values) {
        return new ParseException(Words.PAGE.of("graphs.mistake." + key, values), at);
    }

    private void checkNothingIsLeft() throws ParseException {
        if (place < text.length()) {
            throw mistake(place, "operator");
        }
    }

    private void advance() {
        matcher.lookingAt();
        token = matcher.group(1);
        place = matcher.start(1);
        matcher.region(matcher.end(), text.length());
    }

    private boolean takes(String expected) {
        boolean isNext = token.equals(expected);
        if (isNext) {
            advance();
        }
        return isNext;
    }

    /** Reads operators of a level and what binds more tightly. */
    private Variable operators(int level) throws ParseException {
        if (level == OPERATORS.size()) {
            return signed();
        }
        Variable result = operators(level + 1);
        while (OPERATORS.get(level).contains(token)) {
            result = applied(result, level + 1);
        }
        return result;
    }

    /** Applies the operator that comes next to what is before it and what is read behind it. */
    private Variable applied(Variable before, int level) throws ParseException {
        String operator = token;
        int at = place;
        advance();
        int raised = POWERS.getOrDefault(operator, 0);
        Variable next = raised > 0 ? Variable.constant(NDArray.scalar(raised)) : operators(level);
        boolean isOne = before.isConstant() && before.item() == 1;
        return counted(
                at,
                switch (operator) {
                    case "+" -> before.add(next);
                    case "-" -> before.sub(next);
                    case "*" -> before.mul(next);
                    case "/" -> isOne ? next.rdiv(1) : before.div(next);
                    default -> next.isConstant() && next.name() == null ? before.pow(next.item()) : before.pow(next);
                });
    }

    /** Reads a power with or without a minus: -x^2 is -(x^2). */
    private Variable signed() throws ParseException {
        int start = place;
        if (takes("-")) {
            return counted(start, signed().neg());
        }
        Variable base = operand();
        return POWERS.containsKey(token) ? applied(base, OPERATORS.size()) : base;
    }

    private Variable operand() throws ParseException {
        String word = token;
        int start = place;
        if (takes("(")) {
            return closed(start);
        }
        char first = word.isEmpty() ? ')' : word.charAt(0);
        boolean isNumber = Character.isDigit(first) || (word.length() > 1 && first == '.');
        if (!isNumber && !Character.isAlphabetic(first)) {
            throw mistake(start, "operand");
        }
        advance();
        if (isNumber) {
            return Variable.constant(NDArray.scalar(Double.parseDouble(word)));
        }
        int opened = place;
        if (takes("(")) {
            return counted(start, called(word, start, opened));
        }
        if (FUNCTIONS.containsKey(word) || OF_TWO.containsKey(word)) {
            throw mistake(opened, "bracket", word);
        }
        return CONSTANTS.containsKey(word)
                ? constants.computeIfAbsent(
                        word,
                        name -> Variable.constant(NDArray.scalar(CONSTANTS.get(name)))
                                .named(name))
                : variables.apply(word);
    }

    /** Applies a function to what is in the parentheses behind its name. */
    private Variable called(String function, int at, int opened) throws ParseException {
        if (FUNCTIONS.containsKey(function)) {
            return FUNCTIONS.get(function).apply(closed(opened));
        }
        if (!OF_TWO.containsKey(function)) {
            throw mistake(at, "function", function, Words.PAGE.of("graphs.functions"));
        }
        Variable first = operators(0);
        if (!takes(",")) {
            throw mistake(place, "comma", function);
        }
        return OF_TWO.get(function).apply(first, closed(opened));
    }

    /** Reads what is in parentheses, and the one that closes. */
    private Variable closed(int opened) throws ParseException {
        Variable inside = operators(0);
        if (!takes(")")) {
            checkNothingIsLeft();
            throw mistake(opened, "open");
        }
        return inside;
    }

    /** Counts an operation, which is at a place of the text. */
    private Variable counted(int operator, Variable result) throws ParseException {
        operations++;
        if (operations > MOST_OPERATIONS) {
            throw mistake(operator, "operations", MOST_OPERATIONS);
        }
        return result;
    }
}
