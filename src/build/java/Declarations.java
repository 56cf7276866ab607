import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What other files can see of a source: all but the comments, the bodies of methods, and private methods. Fields are
 * seen with their values, since the compiler copies constants.
 */
final class Declarations {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final StringBuilder text = new StringBuilder();

    /** Returns the declarations of a source, as a text to compare; of a file that is not Java all. */
    static String of(Path source) throws IOException {
        if (!source.toString().endsWith(".java")) {
            return Files.readString(source);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problem -> {}, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, problem -> {}, null, null, files.getJavaFileObjects(source));
            CompilationUnitTree unit = task.parse().iterator().next();
            Declarations all = new Declarations();
            all.add(unit.getPackage(), unit.getModule());
            unit.getTypeDecls().forEach(all::add);
            all.addImports(unit.getImports());
            return all.text.toString();
        }
    }

    private void add(Tree member) {
        if (member instanceof ClassTree type) {
            add(type.getKind(), type.getModifiers(), type.getSimpleName(), type.getTypeParameters());
            add(type.getExtendsClause(), type.getImplementsClause(), type.getPermitsClause());
            type.getMembers().forEach(this::add);
            add("end");
        } else if (member instanceof MethodTree method) {
            if (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
                add(method.getModifiers(), method.getTypeParameters(), method.getReturnType(), method.getName());
                add(method.getParameters(), method.getThrows(), method.getDefaultValue());
            }
        } else if (!(member instanceof BlockTree)) {
            add(member.toString());
        }
    }

    private void add(Object... parts) {
        text.append(Arrays.asList(parts)).append('\n');
    }

    /** Only those of names that are seen. */
    private void addImports(List<? extends ImportTree> imports) {
        Set<String> words = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        for (ImportTree one : imports) {
            String name = one.getQualifiedIdentifier().toString();
            if (name.endsWith("*") || words.contains(name.substring(name.lastIndexOf('.') + 1))) {
                add(one.toString());
            }
        }
    }
}
