package org.tidings.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.crypto.key.SomeKeys;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.search.SearchQuery;
import org.tidings.replication.room.SomeAlias;
import org.tidings.replication.transport.NetAddress;

class TypedTest {
  private static final MessageId MESSAGE = MessageId.of(new byte[32]);
  private static final NetAddress ROOM =
      new NetAddress("room.example", 8008, SomeFeed.of("room").id().key());

  @Test
  void anIdIsSeenHoweverItWasPasted() {
    assertThat(Typed.of(" " + MESSAGE + "\n").ref()).contains(MESSAGE);
    assertThat(Typed.of(SsbUri.of(MESSAGE).toString()).ref()).contains(MESSAGE);
    assertThat(Typed.of("https://viewer.example/" + MESSAGE).ref()).contains(MESSAGE);
    assertThat(Typed.of("https://viewer.example/%25" + MESSAGE.toString().substring(1)).ref())
        .contains(MESSAGE);
  }

  @Test
  void aPictureIsSeenWithItsKey() {
    BlobId id = BlobId.of(new byte[32]);
    BlobLink sealed = new BlobLink(id, Optional.of("A".repeat(43) + "="));
    assertThat(Typed.of(sealed.toString()).blob()).contains(sealed);
    assertThat(Typed.of(id.toString()).blob()).contains(BlobLink.to(id));
    assertThat(Typed.of("https://viewer.example/" + id).ref()).contains(id);
    assertThat(Typed.of(MESSAGE.toString()).blob()).isEmpty();
    assertThat(Typed.of("see " + id).blob()).isEmpty();
  }

  @Test
  void anIdWithinAQueryIsNoLink() {
    assertThat(Typed.of("from:" + SomeFeed.of("ann").id()).ref()).isEmpty();
    assertThat(Typed.of("harbour in:" + MESSAGE).ref()).isEmpty();
  }

  private static SearchQuery query(String typed) {
    return Typed.of(typed).query(ZoneOffset.UTC);
  }

  @Test
  void daysAreThoseOfWhereOneIs() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    assertThat(Typed.of("since:2024-05-01").query(tokyo))
        .isEqualTo(SearchQuery.parse("since:2024-05-01", tokyo))
        .isNotEqualTo(SearchQuery.parse("since:2024-05-01"));
  }

  @Test
  void theLastWordMayGoOn() {
    assertThat(query("flat sea")).isEqualTo(SearchQuery.parse("flat sea*"));
    assertThat(query("海")).isEqualTo(SearchQuery.parse("海"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"flat sea", "\"flat sea\"", "from:mara", "#sea", "sea*", "a"})
  void whatIsNoWordIsTakenAsItStands(String typed) {
    assertThat(query(typed)).isEqualTo(SearchQuery.parse(typed));
  }

  @Test
  void addressesAndInvitesAreToldFromWords() {
    String key = SomeFeed.of("ann").id().toString().substring(1, 45);
    assertThat(Typed.of("net:10.0.0.1:8008~shs:" + key).isAddress()).isTrue();
    assertThat(Typed.of("see you at 8:08").isAddress()).isFalse();
  }

  @Test
  void theLinkOnAPageInARoomIsAnInviteThoughTheRoomsAddressIsInIt() {
    String alias = SomeAlias.link("ann", SomeKeys.of("ann"), ROOM);
    assertThat(Typed.of(alias).isInvite()).isTrue();
    String other = alias.replace("consume-alias", "something-else");
    assertThat(Typed.of(other).isInvite()).isFalse();
    assertThat(Typed.of(other).isAddress()).isFalse();
  }
}
