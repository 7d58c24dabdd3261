package org.tidings.crypto.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Runs the fuzz targets of a module with Jazzer and keeps what they found. A target is a test
/// class named `…FuzzTest` with three static methods: `fuzzerInitialize()`,
/// `fuzzerTestOneInput(byte[])` and `seeds()`.
final class Fuzz {
  private static final String TARGET = "FuzzTest.class";
  private static final String CODE =
      "org.tidings.**:org.commonmark.**:com.fasterxml.jackson.core.**";

  private final Path module;
  private final String runs;

  private Fuzz(Path module, String runs) {
    this.module = module;
    this.runs = runs;
  }

  /// Arguments: the folder of the module, executions of each target, and how the names of those
  /// wanted begin; all without it.
  public static void main(String[] arguments) throws Exception {
    Fuzz fuzz = new Fuzz(Path.of(arguments[0]), arguments[1]);
    for (Class<?> target : fuzz.targets(arguments.length > 2 ? arguments[2] : "")) {
      fuzz.run(target);
    }
  }

  private List<Class<?>> targets(String beginning) throws IOException, ClassNotFoundException {
    Path classes = module.resolve("target/test-classes");
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(TARGET)).sorted().toList()) {
        if (file.getFileName().toString().startsWith(beginning)) {
          String name = classes.relativize(file).toString().replaceAll("[/\\\\]", ".");
          found.add(Class.forName(name.replaceFirst("\\.class$", "")));
        }
      }
    }
    return found;
  }

  private void run(Class<?> target) throws IOException, InterruptedException {
    Path kept = module.resolve("src/test/resources/fuzz/" + target.getSimpleName() + ".zip");
    Path work = module.resolve("target/fuzz/" + target.getSimpleName());
    Path corpus = Files.createDirectories(work.resolve("corpus"));
    Path fewest = Files.createTempDirectory(work, "fewest");
    if (Files.exists(kept)) {
      FuzzCorpus.read(Files.newInputStream(kept)).unpack(corpus);
    }
    FuzzCorpus.of(seeds(target)).unpack(corpus);
    jazzer(target, work, "-runs=" + runs, "-timeout=1", "-max_len=8192", corpus.toString());
    jazzer(target, work, "-merge=1", fewest.toString(), corpus.toString());
    FuzzCorpus.in(fewest).write(kept);
  }

  @SuppressWarnings("unchecked") // the one thing a target's seeds() returns
  private static Collection<byte[]> seeds(Class<?> target) {
    try {
      return (Collection<byte[]>) target.getDeclaredMethod("seeds").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("no seeds: " + target, e);
    }
  }

  private void jazzer(Class<?> target, Path work, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.getName());
    command.add("--instrumentation_includes=" + CODE);
    command.add("--custom_hook_includes=org.tidings.**");
    command.addAll(List.of(options));
    int exit = new ProcessBuilder(command).directory(work.toFile()).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          target.getSimpleName() + " failed; the input lies in " + work);
    }
  }
}
