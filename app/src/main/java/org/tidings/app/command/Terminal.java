package org.tidings.app.command;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonWriter;

/// Where answers and refusals go, always in UTF-8.
///
/// @param out answers
/// @param err sentences about what was not done
/// @param pace how often whoever watches `err` is told that a command is at work; empty where
///     nobody does
public record Terminal(PrintStream out, PrintStream err, Optional<Duration> pace) {
  private static final Duration PACE = Duration.ofMillis(500);
  private static final Path ERR = Path.of("/proc/self/fd/2");
  private static final Pattern DEVICE = Pattern.compile("^/dev/(pts/|tty|console)");

  /// The terminal or pipes this process was started with.
  public static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Optional.of(PACE).filter(pace -> isWatched()));
  }

  /// Linux tells what standard error is. Java tells elsewhere whether answers and questions go to a
  /// terminal, which is where standard error goes then unless it was sent away by itself.
  @SuppressWarnings("SystemConsoleNull") // the console of java.base is null without a terminal
  private static boolean isWatched() {
    try {
      if (Files.isSymbolicLink(ERR)) {
        return DEVICE.matcher(Files.readSymbolicLink(ERR).toString()).find();
      }
    } catch (IOException unknown) {
      return false;
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /// One JSON value on a line of its own.
  void json(Json value) {
    line(JsonWriter.compact(value));
  }

  /// Bytes on a line of their own, as they are.
  void line(byte[] utf8) {
    byte[] line = Arrays.copyOf(utf8, utf8.length + 1);
    line[utf8.length] = '\n';
    out.write(line, 0, line.length);
  }

  /// A line for people; what strangers wrote in it cannot steer the terminal.
  void say(String text) {
    line(harmless(text).getBytes(StandardCharsets.UTF_8));
  }

  /// A refusal, or a warning beside what was done.
  void refuse(String sentence) {
    err.println("tidings: " + harmless(sentence));
    err.flush();
  }

  /// Writes over the last line of a terminal that is watched, which is empty from then on if `text`
  /// is.
  void overwrite(String text) {
    err.print("\r" + harmless(text) + "\u001b[K");
    err.flush();
  }

  /// Whether whoever read our answers has gone.
  boolean isDeaf() {
    return out.checkError();
  }

  static String harmless(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\t' && c != '\n' ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
