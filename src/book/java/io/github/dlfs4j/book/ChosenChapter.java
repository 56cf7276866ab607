package io.github.dlfs4j.book;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The chapter that {@code -Dchapter} names. */
public final class ChosenChapter {
    private ChosenChapter() {}

    /**
     * Runs the chapter of the property {@code chapter}; if there is none, one line says which there are.
     *
     * @param args the arguments of the chapter
     * @throws Throwable what the chapter throws
     */
    public static void main(String[] args) throws Throwable {
        String number = System.getProperty("chapter");
        Class<?> chapter;
        try {
            chapter = Class.forName(className(number));
        } catch (ClassNotFoundException e) {
            int last = new BookForPage().chapters().size();
            System.err.printf(
                    "there is no chapter %s here: the chapters are 1 to %s and language-model%n", number, last);
            System.exit(2);
            return;
        }
        MethodHandles.lookup()
                .findStatic(chapter, "main", MethodType.methodType(void.class, String[].class))
                .invokeExact(args);
    }

    /**
     * Returns the class of a chapter.
     *
     * @param chapter the number of the chapter, or {@code language-model}
     * @return the name of the class, which may not exist
     */
    public static String className(String chapter) {
        String name = "language-model".equals(chapter) ? "LanguageModelCommand" : "Chapter0" + chapter;
        return ChosenChapter.class.getPackageName() + "." + name;
    }
}
