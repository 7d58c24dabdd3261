package org.tidings.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How the window is drawn.
final class Drawing {
  /// What graphics processors are under on Linux: most, those of one maker, and those that a
  /// Windows around it lends.
  private static final List<String> PROCESSORS = List.of("dri", "nvidiactl", "dxg");

  private static final String ORDER = "prism.order";

  private Drawing() {}

  /// Has JavaFX draw in software from the first where there is no graphics processor on Linux, if
  /// nobody has said otherwise. It would end there all the same, but try OpenGL before: where that
  /// is done in software too, it brings a compiler that takes 60 MB and stays.
  static void choose() {
    boolean isLinux = "Linux".equals(System.getProperty("os.name"));
    if (isLinux && System.getProperty(ORDER) == null && !hasProcessor(Path.of("/dev"))) {
      System.setProperty(ORDER, "sw");
    }
  }

  static boolean hasProcessor(Path devices) {
    return PROCESSORS.stream().map(devices::resolve).anyMatch(Files::exists);
  }
}
