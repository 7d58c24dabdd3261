package org.tidings.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonWriter;

/// Where answers and refusals go, always in UTF-8.
///
/// @param out answers
/// @param err sentences about what was not done
public record Terminal(PrintStream out, PrintStream err) {

  /// The terminal or pipes this process was started with.
  public static Terminal ofProcess() {
    return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err));
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
