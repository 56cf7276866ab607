package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.ndarray.ArrayScope;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** A program that makes absurd calls and prints what is wrong with their outcomes. */
final class AbsurdCalls {
    /** How often a call has usual arguments only. */
    private static final int USUAL = 3;

    private static final int ATTEMPTS = 20;
    /** Java prints all elements of a list. */
    private static final int LONG_LIST = 1_000_000;
    /** The most that are printed of one method. */
    private static final int MAX_PROBLEMS = 3;

    private final List<Executable> all;
    private final Factories factories;
    private final Path folder;
    private final long seed;
    private final int mixed;
    private final int arrays;
    private final Watchdog watchdog = new Watchdog(Thread.currentThread());
    private SplittableRandom random = new SplittableRandom(0);
    private int number;
    private int returned;
    private int refused;
    private int called;
    private int problems;
    private double most;
    private String slowest = "none";

    private AbsurdCalls(List<Executable> all, Path folder, long seed, int mixed, int arrays) {
        this.all = all;
        this.factories = new Factories(all);
        this.folder = folder;
        this.seed = seed;
        this.mixed = mixed;
        this.arrays = arrays;
    }

    /**
     * The folder of the classes, one for files, the seed, how often all arguments are drawn (with 0, each method is
     * called only once), how many arrays are drawn for each place, and the number of the first call.
     */
    public static void main(String... arguments) throws IOException {
        List<Executable> all = PublicCalls.of(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        UsualValues.writeFiles(folder);
        new AbsurdCalls(
                        all,
                        folder,
                        Long.parseLong(arguments[2]),
                        Integer.parseInt(arguments[3]),
                        Integer.parseInt(arguments[4]))
                .make(Integer.parseInt(arguments[5]));
    }

    private void make(int first) {
        watchdog.start();
        for (number = first; number < all.size(); number++) {
            if (!NotCalled.isNeverCalled(all.get(number))) {
                make(all.get(number));
            }
        }
        watchdog.end();
        System.out.println("returned " + returned);
        System.out.println("refused " + refused);
        System.out.println("slowest " + slowest);
        System.out.println("the end");
    }

    /** Makes the calls of one method or constructor. What is drawn depends on the seed and the method alone. */
    private void make(Executable what) {
        random = new SplittableRandom(1_000_003 * seed + PublicCalls.name(what).hashCode());
        called = 0;
        problems = 0;
        List<Plan> plans = plans(what);
        Collections.shuffle(plans, new Random(random.nextLong()));
        for (int i = 0; i < plans.size() && (mixed > 0 || called == 0); i++) {
            make(plans.get(i));
        }
        if (called == 0) {
            System.out.println("problem: could not be called: " + PublicCalls.name(what));
        }
    }

    private List<Plan> plans(Executable what) {
        List<Plan> plans = new ArrayList<>(Collections.nCopies(USUAL, new Plan(what, Plan.NOWHERE, 0)));
        for (int place = Factories.isOfObject(what) ? Plan.RECEIVER : 0; place < what.getParameterCount(); place++) {
            Class<?> type = place == Plan.RECEIVER ? what.getDeclaringClass() : what.getParameterTypes()[place];
            int count = NotCalled.isTold(what, type)
                    ? 0
                    : AbsurdValues.of(type, folder).size();
            for (int which = 0; which < count; which++) {
                // Each number is tried, and a share of the arrays.
                if (type.isPrimitive() || random.nextInt(count) < arrays) {
                    plans.add(new Plan(what, place, which));
                }
            }
        }
        plans.addAll(Collections.nCopies(mixed, new Plan(what, Plan.ANYWHERE, 0)));
        return plans;
    }

    /** What is absurd in a call: the value of a number at a place, or any values anywhere. */
    private record Plan(Executable what, int place, int which) {
        static final int RECEIVER = -1;
        static final int NOWHERE = -2;
        static final int ANYWHERE = -3;
    }

    private void make(Plan plan) {
        watchdog.begin("the arguments of " + PublicCalls.name(plan.what()), number);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (UsualValues usual = new UsualValues(factories, folder, random)) {
                Call call = call(plan, usual);
                called++;
                make(call);
                return;
            } catch (UsualValues.NoValueException e) {
                // Another attempt draws other values.
            }
        }
    }

    private Call call(Plan plan, UsualValues usual) throws UsualValues.NoValueException {
        Executable what = plan.what();
        Class<?> owner = what.getDeclaringClass();
        Call call = new Call(what, Factories.isOfObject(what) ? value(plan, usual, owner, owner, Plan.RECEIVER) : null);
        Type[] types = what.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            call.arguments()[i] = value(plan, usual, types[i], what.getParameterTypes()[i], i);
        }
        return call;
    }

    private Object value(Plan plan, UsualValues usual, Type generic, Class<?> type, int place)
            throws UsualValues.NoValueException {
        boolean isHere = plan.place() == place;
        boolean mayBeHere = plan.place() == Plan.ANYWHERE && !NotCalled.isTold(plan.what(), type);
        List<?> absurd = isHere || (mayBeHere && random.nextBoolean()) ? AbsurdValues.of(type, folder) : List.of();
        return absurd.isEmpty() ? usual.of(generic) : absurd.get(isHere ? plan.which() : random.nextInt(absurd.size()));
    }

    private void make(Call call) {
        watchdog.begin(call, number);
        Optional<String> problem = problem(call);
        double seconds = watchdog.end();
        if (seconds > most) {
            most = seconds;
            slowest = seconds + " " + PublicCalls.name(call.what());
        }
        if (problem.isPresent() && problems++ < MAX_PROBLEMS) {
            System.out.println("problem: " + call + ": " + problem.get());
        }
    }

    /** Makes a call, prints its result, and says what is wrong with an exception. */
    private Optional<String> problem(Call call) {
        try {
            Object result = call.result();
            returned++;
            if (result instanceof ArrayScope scope) {
                scope.close();
            }
            boolean isLongList = result instanceof List<?> list && list.size() > LONG_LIST;
            boolean prints = result != null && Factories.isOurs(result.getClass()) && !isLongList;
            return prints ? problemOfText(result) : Optional.empty();
        } catch (InvocationTargetException e) {
            refused++;
            return Outcome.problem(call, e.getCause());
        }
    }

    private static Optional<String> problemOfText(Object result) {
        Call text = Call.toString(result);
        try {
            text.result();
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Outcome.problem(text, e.getCause());
        }
    }
}
