package org.tidings.feed.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/// From the first line of a program to the first page of home, as the package starts it: from jars,
/// with an AOT cache that was trained without the optimizing compiler. `-Dmessages=1000000` opens a
/// larger store.
class OpenBench {
  private static final int TIMES = 7;

  private final int messages = Integer.getInteger("messages", 100_000);

  @Test
  void toTheFirstPage() throws Exception {
    List<String> store = List.of(Programs.store(messages).toString());
    String jars = jars();
    Path cache = Programs.BENCH.resolve("open.aot");
    Programs.run(
        jars,
        List.of("-XX:TieredStopAtLevel=2", "-XX:AOTCacheOutput=" + cache),
        StoreOpen.class,
        store);
    System.out.println("trained");
    for (int i = 0; i < TIMES; i++) {
      Programs.run(jars, List.of("-XX:AOTCache=" + cache), StoreOpen.class, store);
    }
  }

  /// The class path with jars in place of folders, which an AOT cache cannot stand for.
  private static String jars() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry :
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
      if (!Files.isDirectory(Path.of(entry))) {
        jars.add(entry);
      } else {
        String jar = Programs.BENCH.resolve("open-" + jars.size() + ".jar").toString();
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "--create", "--file", jar, "-C", entry, ".");
        jars.add(jar);
      }
    }
    return String.join(File.pathSeparator, jars);
  }
}
