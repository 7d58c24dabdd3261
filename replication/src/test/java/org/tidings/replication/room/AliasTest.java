package org.tidings.replication.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.crypto.key.KeyPair;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.replication.transport.NetAddress;

class AliasTest {
  private static final KeyPair KEYS = SomeKeys.of("alice");
  private static final FeedId ALICE = FeedId.of(KEYS.publicKey());
  private static final NetAddress ROOM =
      new NetAddress("room.example", 8008, SomeFeed.of("room").id().key());
  private static final Alias ALIAS = new Alias("alice", ROOM, ALICE);
  private static final JsonObject ANSWER = SomeAlias.answer("alice", KEYS, ROOM);

  @Test
  void theAnswerOfAPageIsRead() {
    assertThat(Alias.in(ANSWER)).hasValue(ALIAS);
    assertThat(ALIAS.way())
        .hasToString("tunnel:%s:%s~shs:%s".formatted(ROOM.id(), ALICE, KEYS.publicKey().base64()));
  }

  @Test
  void theLinkOnAPageIsRead() {
    String link = SomeAlias.link("alice", KEYS, ROOM);
    assertThat(SsbUri.parse(link).flatMap(Alias::in)).hasValue(ALIAS);
    String other = link.replace("consume-alias", "claim-http-invite");
    assertThat(SsbUri.parse(other).flatMap(Alias::in)).isEmpty();
  }

  @Test
  void whatIsNotSignedAsItStandsIsNone() {
    String mallory = SomeFeed.of("mallory").id().toString();
    for (String key : ANSWER.keys()) {
      assertThat(with(key, mallory)).as(key).isEmpty();
    }
    assertThat(Alias.in(JsonObject.of())).isEmpty();
  }

  @Test
  void namesArePartsOfHostNames() {
    for (String name : new String[] {"a", "alice", "al-1ce", "9", "a".repeat(63)}) {
      assertThat(Alias.isName(name)).as(name).isTrue();
    }
    for (String name : new String[] {"", "Alice", "-a", "a-", "a.b", "ä", "a".repeat(64), "a\n"}) {
      assertThat(Alias.isName(name)).as(name).isFalse();
    }
  }

  private static Optional<Alias> with(String key, String value) {
    return Alias.in(ANSWER.with(key, Json.of(value)));
  }
}
