package org.tidings.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A checkout with the real start script, a Maven that only counts its runs, and a Java that only
/// tells how it was called.
final class Checkout {
  private static final List<String> MODULES = List.of("crypto", "feed", "replication", "ui", "app");

  private final Path temp;
  private Path root;

  /// @param temp where the checkout and its tools are made
  Checkout(Path temp) throws IOException {
    this.temp = temp;
    this.root = Files.createDirectory(temp.resolve("check out"));
    Path real = Path.of("..").toAbsolutePath().normalize();
    Files.createDirectory(root.resolve("build"));
    for (String script : List.of("tidings", "build/build.sh", "build/jdk.sh")) {
      Files.copy(real.resolve(script), root.resolve(script));
    }
    for (String module : MODULES) {
      write(module + "/src/main/Some.java", "class Some {}");
      write(module + "/target/classes/Some.class", "");
      write(module + "/pom.xml", "");
    }
    write("pom.xml", "");
    makeTools();
  }

  /// What came of a start.
  record Answer(long pid, int code, String out, String err) {
    /// What Java was called with after the main class, each word on its line; the first line is the
    /// process it ran as.
    List<String> words() {
      List<String> lines = out.lines().toList();
      return lines.subList(lines.indexOf("org.tidings.app.Main") + 1, lines.size());
    }
  }

  Answer tidings(String... words) throws IOException, InterruptedException {
    return run(start(words));
  }

  /// A start of the script, about to be run.
  ProcessBuilder start(String... words) {
    List<String> line = new ArrayList<>(List.of(root.resolve("tidings").toString()));
    line.addAll(List.of(words));
    ProcessBuilder start = new ProcessBuilder(line);
    start.environment().put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
    start.environment().put("JAVA_HOME", temp.resolve("jdk").toString());
    start.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    return start;
  }

  static Answer run(ProcessBuilder start) throws IOException, InterruptedException {
    Process process = start.start();
    String out = process.inputReader(StandardCharsets.UTF_8).readAllAsString();
    String err = process.errorReader(StandardCharsets.UTF_8).readAllAsString();
    return new Answer(process.pid(), process.waitFor(), out, err);
  }

  /// Puts a file of the checkout there.
  void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  void delete(String file) throws IOException {
    Files.delete(root.resolve(file));
  }

  void moveTo(String name) throws IOException {
    root = Files.move(root, temp.resolve(name));
  }

  void loseLibrary() throws IOException {
    Files.delete(temp.resolve("library.jar"));
  }

  /// From now on nothing can be built, for this reason.
  void breakWith(String error) throws IOException {
    tool("bin/mvn", "echo '[ERROR] " + error + "'", "exit 1");
  }

  long builds() throws IOException {
    return Files.readString(temp.resolve("builds")).lines().count();
  }

  private void makeTools() throws IOException {
    String library = temp.resolve("library.jar").toString();
    tool(
        "bin/mvn",
        "echo >>'" + temp.resolve("builds") + "'",
        "touch '" + library + "'",
        "for word; do case $word in",
        "  -Dtidings.classpath=*) printf %s '" + library + "' >\"${word#*=}\" ;;",
        "esac; done");
    tool("bin/id", "echo 1000"); // not root: nothing is ever installed from here
    tool("jdk/bin/java", "echo $$", "printf '%s\\n' \"$@\"");
    tool("jdk/bin/javac");
    tool("jdk/bin/jar", "while [ \"$1\" != --file ]; do shift; done", ": >\"$2\"");
    Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"25.0.9\"\n");
  }

  private void tool(String file, String... lines) throws IOException {
    Path path = temp.resolve(file);
    Files.createDirectories(path.getParent());
    Files.deleteIfExists(path);
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        path, "#!/bin/sh\n" + String.join("\n", lines) + "\n", StandardOpenOption.WRITE);
  }
}
