package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonException;

class MessageTest {
  private static final SomeFeeds ALICE = SomeFeeds.of("alice", 2);
  private static final Message FIRST = ALICE.messages().get(0);
  private static final Message SECOND = ALICE.messages().get(1);

  @Test
  void theSameBytesAreTheSameMessage() {
    assertThat(MessageCodec.decode(FIRST.wire())).isEqualTo(FIRST).hasSameHashCodeAs(FIRST);
  }

  @Test
  void otherBytesAreAnotherMessage() {
    assertThat(FIRST).isNotEqualTo(SECOND).doesNotHaveSameHashCodeAs(SECOND);
  }

  @Test
  void inALogItIsAuthorPlaceAndIdButNeverTheContent() {
    assertThat(SECOND).hasToString(ALICE.id() + ":2 " + SECOND.id());
  }

  @Test
  void theTimeIsTheOneItsAuthorClaims() throws JsonException {
    String value = Json.parse(FIRST.wire()).toString().replaceFirst(":17\\d+,", ":-1.5,");
    Message claimed = (Message) MessageCodec.decode(Json.parse(value));
    assertThat(claimed.timestamp()).isEqualTo(-1.5);
  }

  @Test
  void aParsedValueThatIsNoMessageIsToldSo() {
    assertThat(MessageCodec.decode(Json.of("hello")))
        .isEqualTo(new Verdict.Malformed("a message is an object"));
  }

  @Test
  void sequencesAreInOrder() {
    assertThat(FIRST.sequence()).isLessThan(SECOND.sequence());
  }
}
