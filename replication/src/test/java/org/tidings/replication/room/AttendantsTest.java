package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonException;
import org.tidings.feed.ref.FeedId;

/// Who is in a room, by what the room says.
class AttendantsTest {
  private static final FeedId ALICE = id(1);
  private static final FeedId BOB = id(2);

  private final Attendants attendants = new Attendants();

  @Test
  void wholeListsReplaceEachOther() {
    assertThat(attendants.heard(list(ALICE, BOB))).isTrue();
    assertThat(attendants.now()).containsExactlyInAnyOrder(ALICE, BOB);
    assertThat(attendants.heard(list(BOB))).isTrue();
    assertThat(attendants.now()).containsExactly(BOB);
  }

  @Test
  void aListThatSaysTheSameIsNoNews() {
    attendants.heard(list(ALICE, BOB));
    assertThat(attendants.heard(list(BOB, ALICE))).isFalse();
  }

  @Test
  void aStateAndChangesAddUp() {
    assertThat(heard("{'type':'state','ids':['%s']}".formatted(ALICE))).isTrue();
    assertThat(heard("{'type':'joined','id':'%s'}".formatted(BOB))).isTrue();
    assertThat(heard("{'type':'left','id':'%s'}".formatted(ALICE))).isTrue();
    assertThat(attendants.now()).containsExactly(BOB);
  }

  @Test
  void whatMakesNoSenseChangesNothing() {
    attendants.heard(list(ALICE));
    for (String item :
        new String[] {
          "{'type':'joined','id':'nobody'}",
          "{'type':'joined'}",
          "{'type':'joined','id':7}",
          "{'type':'dances','id':'%s'}".formatted(BOB),
          "{}",
          "7",
          "'text'",
          "null"
        }) {
      assertThat(heard(item)).as(item).isFalse();
    }
    assertThat(attendants.now()).containsExactly(ALICE);
  }

  @Test
  void ofARoomThatNamesVeryManyTheRestIsNotKept() {
    attendants.heard(
        list(IntStream.range(0, 5_000).mapToObj(AttendantsTest::id).toArray(FeedId[]::new)));
    assertThat(attendants.now()).hasSize(2_000);
    assertThat(heard("{'type':'joined','id':'%s'}".formatted(id(6_000)))).isFalse();
    assertThat(attendants.now()).hasSize(2_000);
  }

  private boolean heard(String item) {
    try {
      return attendants.heard(Json.parse(item.replace('\'', '"')));
    } catch (JsonException e) {
      throw new IllegalArgumentException(item, e);
    }
  }

  private static JsonArray list(FeedId... ids) {
    return JsonArray.ofStrings(Arrays.stream(ids).map(FeedId::toString).toList());
  }

  private static FeedId id(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) (number >> 8);
    bytes[1] = (byte) number;
    return FeedId.of(bytes);
  }
}
