package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.JsonObject;

/// ebt-notes.json: the numbers of notes, both ways.
class NoteTest {
  private static final String FILE = "ebt-notes.json";

  @TestFactory
  Stream<DynamicTest> numbersAreReadAsTheReferenceReadsThem() {
    return Vectors.cases(FILE, "decode").stream()
        .map(test -> DynamicTest.dynamicTest("" + number(test, "note"), () -> checkDecoded(test)));
  }

  @TestFactory
  Stream<DynamicTest> notesAreWrittenAsTheReferenceWritesThem() {
    return Vectors.cases(FILE, "encode").stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    "" + number(test, "note"),
                    () -> assertThat(note(test).encode()).isEqualTo(number(test, "note"))));
  }

  @Test
  void wrappedNumbersAreNoNotes() {
    assertThat(Note.decode(-2)).isEmpty();
    assertThat(Note.decode(Integer.MIN_VALUE)).isEmpty();
    assertThat(Note.decode(1L << 31)).isEmpty();
    assertThat(Note.decode(Long.MAX_VALUE)).isEmpty();
  }

  @Test
  void sequencesBeyondWhatOthersCanCountToAreToldAsTheLargest() {
    assertThat(Note.of(1L << 40, true).encode()).isEqualTo(Integer.MAX_VALUE - 1L);
  }

  private static void checkDecoded(JsonObject test) {
    Note note = Note.decode(number(test, "note")).orElseThrow();
    assertThat(note.wanted()).isEqualTo(flag(test, "replicate"));
    assertThat(note.receive()).isEqualTo(flag(test, "receive"));
    assertThat(note.wanted() ? note.sequence() : -1).isEqualTo(number(test, "sequence"));
    assertThat(note.encode()).isEqualTo(number(test, "note"));
  }

  private static Note note(JsonObject test) {
    long sequence = number(test, "sequence");
    return sequence < 0 ? Note.UNWANTED : Note.of(sequence, flag(test, "receive"));
  }

  private static long number(JsonObject test, String key) {
    return (long) test.number(key).orElseThrow();
  }

  private static boolean flag(JsonObject test, String key) {
    return test.bool(key).orElseThrow();
  }
}
