package org.tidings.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.search.SearchQuery;

class TypedTest {
  private static final MessageId MESSAGE = MessageId.of(new byte[32]);

  @Test
  void anIdIsSeenHoweverItWasPasted() {
    assertThat(Typed.of(" " + MESSAGE + "\n").ref()).contains(MESSAGE);
    assertThat(Typed.of(SsbUri.of(MESSAGE).toString()).ref()).contains(MESSAGE);
    assertThat(Typed.of("https://viewer.example/" + MESSAGE).ref()).contains(MESSAGE);
    assertThat(Typed.of("https://viewer.example/%25" + MESSAGE.toString().substring(1)).ref())
        .contains(MESSAGE);
  }

  @Test
  void anIdWithinAQueryIsNoLink() {
    assertThat(Typed.of("from:" + SomeFeed.of("ann").id()).ref()).isEmpty();
    assertThat(Typed.of("harbour in:" + MESSAGE).ref()).isEmpty();
  }

  @Test
  void theLastWordMayGoOn() {
    assertThat(Typed.of("flat sea").query()).isEqualTo(SearchQuery.parse("flat sea*"));
    assertThat(Typed.of("海").query()).isEqualTo(SearchQuery.parse("海"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"flat sea", "\"flat sea\"", "from:mara", "#sea", "sea*", "a"})
  void whatIsNoWordIsTakenAsItStands(String typed) {
    assertThat(Typed.of(typed).query()).isEqualTo(SearchQuery.parse(typed));
  }

  @Test
  void addressesAndInvitesAreToldFromWords() {
    String key = SomeFeed.of("ann").id().toString().substring(1, 45);
    assertThat(Typed.of("net:10.0.0.1:8008~shs:" + key).isAddress()).isTrue();
    assertThat(Typed.of("see you at 8:08").isAddress()).isFalse();
  }
}
