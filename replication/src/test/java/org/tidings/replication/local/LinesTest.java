package org.tidings.replication.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  @Test
  void onlyLineFeedsSeparate() throws Exception {
    assertThat(lines("a\r\nb\rc\u2028d\u0085e\n")).containsExactly("a\r", "b\rc\u2028d\u0085e");
  }

  @Test
  void nothingIsTrimmedAndEmptyLinesCount() throws Exception {
    assertThat(lines(" a \n\n\tb")).containsExactly(" a ", "", "\tb");
    assertThat(lines("\n")).containsExactly("");
    assertThat(lines("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 200_000, Lines.LONGEST})
  void linesMayBeLongerThanTheBuffer(int length) throws Exception {
    String line = "x".repeat(length);

    assertThat(lines(line + "\n" + line)).containsExactly(line, line);
  }

  @Test
  void tooLongALineIsSkippedWhole() throws Exception {
    assertThat(lines("a\n" + "x".repeat(Lines.LONGEST + 1) + "\nb"))
        .containsExactly("a", "TOO LONG", "b");
  }

  @Test
  void bytesThatComeOneByOneMakeTheSameLines() throws Exception {
    Lines lines = new Lines(new Trickle("ab\n\ncd".getBytes(UTF_8)));

    assertThat(all(lines)).containsExactly("ab", "", "cd");
  }

  private static List<String> lines(String text) throws IOException {
    return all(new Lines(new ByteArrayInputStream(text.getBytes(UTF_8))));
  }

  private static List<String> all(Lines lines) throws IOException {
    List<String> all = new ArrayList<>();
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(
          switch (line.get()) {
            case Lines.Line.Whole whole -> new String(whole.bytes(), UTF_8);
            case Lines.Line.TooLong tooLong -> "TOO LONG";
          });
    }
    return all;
  }

  /// Gives one byte at a time.
  private static final class Trickle extends InputStream {
    private final InputStream all;

    Trickle(byte[] bytes) {
      this.all = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return all.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return all.read(buffer, offset, Math.min(length, 1));
    }
  }
}
