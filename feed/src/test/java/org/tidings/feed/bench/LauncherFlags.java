package org.tidings.feed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The flags for memory and compiling that the launchers start the virtual machine with.
public final class LauncherFlags {
  private static final Path LAUNCHERS = Path.of("../build/build.sh");
  private static final Pattern USUAL = Pattern.compile("(?m)^tuning=\"(.*)\"$");

  private LauncherFlags() {}

  /// `-Dflags="-Xmx1g"` has others instead.
  public static List<String> usual() throws IOException {
    Matcher usual = USUAL.matcher(Files.readString(LAUNCHERS));
    if (!usual.find()) {
      throw new IllegalStateException("the launchers keep their flags elsewhere");
    }
    String flags = System.getProperty("flags", usual.group(1));
    return Pattern.compile(" ").splitAsStream(flags).filter(flag -> !flag.isEmpty()).toList();
  }
}
