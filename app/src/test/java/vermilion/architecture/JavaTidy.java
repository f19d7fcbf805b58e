package vermilion.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Reads Java with the JDK's own parser and says what breaks the house rules of size, name and
/// comment.
final class JavaTidy extends TreePathScanner<@Nullable Void, @Nullable Void> {
  static final int MOST_LINES_OF_A_FILE = 400;
  static final int MOST_LINES_OF_A_METHOD = 40;
  static final int MOST_PARAMETERS = 4;

  /// A constructor of a class is given its fields, and a class may have a few more of these.
  static final int MOST_PARAMETERS_OF_A_CONSTRUCTOR = 6;

  private static final Set<String> VAGUE =
      Set.of("Util", "Utils", "Helper", "Manager", "Impl", "Common", "Data", "Info");

  /// Words of the field that only sound vague: a data key encrypts data, a key key encrypts keys.
  private static final Set<String> TERMS = Set.of("DataKey", "DataKeys");

  private static final Set<String> TEST_MARKS =
      Set.of("Test", "Seeded", "ParameterizedTest", "RepeatedTest", "TestFactory");

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /// Shared by all files: each of its own would open the JDK anew, a thousand times.
  private static final JavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8);

  private static final Pattern WORDS_OF_A_NAME = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_");

  private final String path;
  private final CompilationUnitTree file;
  private final DocTrees trees;
  private final boolean ships;
  private final Deque<Boolean> visible = new ArrayDeque<>();
  private final Deque<String> types = new ArrayDeque<>();
  private final List<String> findings = new ArrayList<>();
  private final List<String> tests = new ArrayList<>();

  private JavaTidy(String path, CompilationUnitTree file, DocTrees trees) {
    this.path = path;
    this.file = file;
    this.trees = trees;
    this.ships = path.contains("src/main/java/");
  }

  /// What one source file says.
  ///
  /// @param findings what is not tidy, each with its place
  /// @param tests the tests in it, as `Type#method`
  record Reading(List<String> findings, List<String> tests) {}

  /// Reads one file.
  static Reading read(String path, String text) throws IOException {
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + path.replace(' ', '_')), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(null, FILES, _ -> {}, List.of("-proc:none"), null, List.of(source));
    DocTrees trees = DocTrees.instance(task);
    CompilationUnitTree file = task.parse().iterator().next();
    JavaTidy tidy = new JavaTidy(path, file, trees);
    long lines = text.lines().count();
    if (lines > MOST_LINES_OF_A_FILE) {
      tidy.findings.add(path + ": " + lines + " lines, at most " + MOST_LINES_OF_A_FILE);
    }
    tidy.scan(file, null);
    return new Reading(List.copyOf(tidy.findings), List.copyOf(tidy.tests));
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    boolean inInterface = enclosingIsInterface();
    boolean seen = isSeen(type.getModifiers(), inInterface);
    String name = type.getSimpleName().toString();
    for (String word : WORDS_OF_A_NAME.splitAsStream(name).toList()) {
      if (VAGUE.contains(word) && !TERMS.contains(name)) {
        note(type, name + " is a vague name (" + word + "); name what it is or does");
      }
    }
    if (ships && seen && undocumented()) {
      note(type, "public type " + name + " has no doc comment");
    }
    visible.push(seen);
    types.push(name);
    super.visitClass(type, null);
    types.pop();
    visible.pop();
    return null;
  }

  /// What an anonymous class overrides is nobody's interface.
  @Override
  public @Nullable Void visitNewClass(NewClassTree call, @Nullable Void unused) {
    visible.push(false);
    super.visitNewClass(call, null);
    visible.pop();
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    String name = method.getName().toString();
    boolean table = isMarked(method, Set.of("ParameterizedTest"));
    long lines = 1 + line(trees.getSourcePositions().getEndPosition(file, method)) - head(method);
    if (lines > MOST_LINES_OF_A_METHOD) {
      note(method, name + " has " + lines + " lines, at most " + MOST_LINES_OF_A_METHOD);
    }
    boolean overrides = isMarked(method, Set.of("Override"));
    if (!overrides && !table && !isRecordConstructor()) {
      checkParameters(method, name);
    }
    if (ships && !overrides) {
      checkShipped(method, name);
    }
    if (isMarked(method, TEST_MARKS)) {
      tests.add(String.valueOf(types.peek()) + "#" + name);
      if (!name.contains("_") || name.contains("should") || name.startsWith("test")) {
        note(method, "test " + name + " does not state a fact, as_in_this_name");
      }
    }
    return super.visitMethod(method, null);
  }

  private void checkParameters(MethodTree method, String name) {
    int count = method.getParameters().size();
    int most = method.getReturnType() == null ? MOST_PARAMETERS_OF_A_CONSTRUCTOR : MOST_PARAMETERS;
    if (count > most) {
      note(method, name + " takes " + count + " parameters, at most " + most);
    }
  }

  private void checkShipped(MethodTree method, String name) {
    boolean constructor = method.getReturnType() == null;
    boolean seen =
        Boolean.TRUE.equals(visible.peek())
            && isSeen(method.getModifiers(), enclosingIsInterface());
    if (seen && !constructor && undocumented()) {
      note(method, "public method " + name + " has no doc comment");
    }
    if (name.length() > 3 && name.startsWith("get") && Character.isUpperCase(name.charAt(3))) {
      note(method, name + ": say what it gives, without get");
    }
  }

  private boolean isSeen(ModifiersTree modifiers, boolean inInterface) {
    boolean outerSeen = visible.isEmpty() || Boolean.TRUE.equals(visible.peek());
    boolean hidden = modifiers.getFlags().contains(Modifier.PRIVATE);
    return outerSeen
        && (modifiers.getFlags().contains(Modifier.PUBLIC) || (inInterface && !hidden));
  }

  private boolean enclosingIsInterface() {
    Tree parent = getCurrentPath().getParentPath().getLeaf();
    return parent.getKind() == Tree.Kind.INTERFACE || parent.getKind() == Tree.Kind.ANNOTATION_TYPE;
  }

  /// The line on which a method begins below its marks, which may be a table of cases.
  private long head(MethodTree method) {
    Tree type = method.getReturnType();
    return type == null ? line(method) : line(type);
  }

  private boolean isRecordConstructor() {
    MethodTree method = (MethodTree) getCurrentPath().getLeaf();
    return method.getReturnType() == null
        && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
  }

  private boolean undocumented() {
    String comment = trees.getDocComment(getCurrentPath());
    return comment == null || comment.isBlank();
  }

  private static boolean isMarked(MethodTree method, Set<String> marks) {
    for (AnnotationTree mark : method.getModifiers().getAnnotations()) {
      if (marks.contains(mark.getAnnotationType().toString())) {
        return true;
      }
    }
    return false;
  }

  private void note(Tree place, String what) {
    findings.add(path + ":" + line(place) + ": " + what);
  }

  private long line(Tree tree) {
    return line(trees.getSourcePositions().getStartPosition(file, tree));
  }

  private long line(long position) {
    return file.getLineMap().getLineNumber(position);
  }
}
