package org.tidings.replication.ebt;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.Vectors;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.ebt.StreamItem.Junk;
import org.tidings.replication.ebt.StreamItem.MessageItem;
import org.tidings.replication.ebt.StreamItem.NotesItem;

class StreamItemTest {
  private static final FeedId ANNA = FeedId.of(filled(1));
  private static final FeedId BEN = FeedId.of(filled(2));

  @Nested
  class Notes {
    @Test
    void notesAreRead() {
      assertThat(read("{ \"" + ANNA + "\" : 12 ,\n\"" + BEN + "\":-1}"))
          .isEqualTo(new NotesItem(Map.of(ANNA, Note.of(6, true), BEN, Note.UNWANTED)));
    }

    @Test
    void whatIsNamedFirstComesFirst() {
      List<FeedId> feeds =
          IntStream.rangeClosed(1, 50).mapToObj(n -> FeedId.of(filled(n))).toList();
      String json = feeds.stream().map("\"%s\":0"::formatted).collect(joining(",", "{", "}"));
      assertThat(read(json))
          .isInstanceOfSatisfying(
              NotesItem.class,
              item -> assertThat(item.notes().keySet()).containsExactlyElementsOf(feeds));
    }

    @Test
    void emptyNotesAreNotes() {
      assertThat(read("{}")).isEqualTo(new NotesItem(Map.of()));
    }

    @Test
    void wrappedNotesReplaceWhatStandsBeside() {
      assertThat(read("{\"%s\":2,\"clock\":{\"%s\":4},\"x\":1}".formatted(ANNA, BEN)))
          .isEqualTo(new NotesItem(Map.of(BEN, Note.of(2, true))));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"5\"",
          "null",
          "{}",
          "[1]",
          "true",
          "1.5",
          "1e3",
          "-2",
          "99999999999999999999"
        })
    void numbersThatAreNoNotesAreLeftOut(String value) {
      assertThat(read("{\"%s\":%s,\"%s\":3}".formatted(ANNA, value, BEN)))
          .isEqualTo(new NotesItem(Map.of(BEN, Note.of(1, false))));
    }

    /// ebt-notes.json: the reference takes these for notes that say no number, which is as good as
    /// none.
    @TestFactory
    Stream<DynamicTest> oddNotesSayNothing() {
      return Vectors.cases("ebt-notes.json", "oddJson").stream()
          .map(
              test -> {
                String value = test.string("json").orElseThrow();
                return DynamicTest.dynamicTest(
                    value,
                    () -> {
                      assertThat(test.number("sequence")).hasValue(-1);
                      assertThat(read("{\"%s\":%s}".formatted(ANNA, value)))
                          .isEqualTo(new NotesItem(Map.of()));
                    });
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"@short.ed25519", "%7i+9jPj3LWckIWrqoIscpRc7ELXWe7NJ+rXJsmVYXw8=.sha256", "x"})
    void keysThatAreNoFeedsAreLeftOut(String key) {
      assertThat(read("{\"%s\":4,\"%s\":3}".formatted(key, BEN)))
          .isEqualTo(new NotesItem(Map.of(BEN, Note.of(1, false))));
    }

    @Test
    void slashesMayBeEscaped() {
      FeedId slashes = FeedId.of(filled(0xff));
      assertThat(read("{\"%s\":0}".formatted(slashes.toString().replace("/", "\\/"))))
          .isEqualTo(new NotesItem(Map.of(slashes, Note.of(0, true))));
    }

    @Test
    void whatExceedsTheBudgetIsPassedOver() {
      StringBuilder json = new StringBuilder("{");
      for (int i = 0; i < StreamItem.NOTES_LIMIT + 10; i++) {
        byte[] id = filled(0);
        id[0] = (byte) i;
        id[1] = (byte) (i >> 8);
        id[2] = (byte) (i >> 16);
        json.append(i == 0 ? "\"" : ",\"").append(FeedId.of(id)).append("\":2");
      }
      NotesItem item = (NotesItem) read(json.append('}').toString());
      assertThat(item.notes()).hasSize(StreamItem.NOTES_LIMIT);
    }
  }

  @Nested
  class Messages {
    @Test
    void authorAndSequenceAreFound() {
      String json =
          """
          {"previous":null,"author":"%s","sequence":7,"timestamp":1.5,"hash":"sha256",
          "content":{"type":"post","text":"}\\"{"},"signature":"x"}\
          """
              .formatted(ANNA);
      assertThat(read(json)).isEqualTo(new MessageItem(ANNA, 7));
    }

    @Test
    void theOrderOfKeysIsFree() {
      String json =
          "{\"content\":{\"author\":\"%s\",\"a\":[{}]},\"sequence\":3,\"author\":\"%s\"}"
              .formatted(BEN, ANNA);
      assertThat(read(json)).isEqualTo(new MessageItem(ANNA, 3));
    }

    @Test
    void encryptedContentIsContent() {
      assertThat(read("{\"author\":\"%s\",\"sequence\":1,\"content\":\"x.box\"}".formatted(ANNA)))
          .isEqualTo(new MessageItem(ANNA, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "\"1\"", "null"})
    void withoutASequenceItIsNoMessage(String sequence) {
      assertThat(
              read("{\"author\":\"%s\",\"sequence\":%s,\"content\":{}}".formatted(ANNA, sequence)))
          .isEqualTo(new NotesItem(Map.of()));
    }

    @Test
    void messagesOfOtherFormatsAreJunk() {
      assertThat(read("{\"author\":\"ssb:feed/x\",\"sequence\":1,\"content\":{}}"))
          .isInstanceOf(Junk.class);
    }
  }

  @Nested
  class Nonsense {
    @ParameterizedTest
    @ValueSource(strings = {"", "1", "true", "[]", "\"x\"", "{", "{\"a", "{\"a\":", "{a:1}", "}"})
    void isJunk(String json) {
      assertThat(read(json)).isInstanceOf(Junk.class);
    }

    @Test
    void neverThrows() {
      Random random = new Random(42);
      byte[] good =
          "{\"%s\":2,\"clock\":{\"a\":[1,{\"b\":null}]}}"
              .formatted(ANNA)
              .getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 20_000; i++) {
        byte[] bad = Arrays.copyOf(good, random.nextInt(good.length) + 1);
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
        assertThat(StreamItem.read(bad)).isNotNull();
      }
    }
  }

  private static StreamItem read(String json) {
    return StreamItem.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
