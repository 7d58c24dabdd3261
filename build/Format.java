import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Holds every Java file of the checkout to google-java-format, on the JDK that compiles them.
///
/// `check` lists what is not formatted and fails; `apply` rewrites it.
class Format {
  private static final int COLUMNS = 100;
  private static final Pattern DOC = Pattern.compile("( *)/// (.*)");
  private static final Pattern NO_FLOW = Pattern.compile("([@*|#>-]|\\d+\\.|```|    ).*");

  public static void main(String[] args) throws Exception {
    boolean apply = args.length == 1 && args[0].equals("apply");
    var formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> wrong = new ArrayList<>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(wrapDocs(source));
      if (!formatted.equals(source)) {
        wrong.add(file);
        if (apply) {
          Files.writeString(file, formatted);
        }
      }
    }
    wrong.forEach(file -> System.out.println((apply ? "formatted " : "not formatted: ") + file));
    if (!wrong.isEmpty() && !apply) {
      System.out.println("Run: mvn -N validate -Dformat=apply");
      System.exit(1);
    }
  }

  /// The formatter would break a Markdown comment that is too long into one that is no comment of
  /// its declaration any more, so those are wrapped here, before it sees them.
  private static String wrapDocs(String source) {
    Deque<String> rest = new ArrayDeque<>(source.lines().toList());
    var wrapped = new StringBuilder(source.length() + 100);
    while (!rest.isEmpty()) {
      String line = rest.pop();
      Matcher doc = DOC.matcher(line);
      int cut = line.length() > COLUMNS ? line.lastIndexOf(' ', COLUMNS) : -1;
      if (cut > 0 && doc.matches() && cut > doc.start(2)) {
        String overflow = line.substring(cut + 1);
        Matcher next = DOC.matcher(rest.isEmpty() ? "" : rest.peek());
        if (next.matches() && !NO_FLOW.matcher(next.group(2)).matches()) {
          overflow += " " + next.group(2);
          rest.pop();
        }
        rest.push(doc.group(1) + "/// " + overflow);
        line = line.substring(0, cut);
      }
      wrapped.append(line).append('\n');
    }
    return wrapped.toString();
  }

  private static List<Path> sources() throws Exception {
    try (var files = Files.walk(Path.of(""))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().matches("(.*/)?(target|node_modules)/.*"))
          .sorted()
          .toList();
    }
  }
}
