package org.tidings.replication.pub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.peer.PeerBook;

class PubNewsTest extends OnFreshFeeds {
  private static final Instant START = Instant.ofEpochSecond(1_000_000);
  private static final Instant LATER = START.plus(Duration.ofSeconds(11));

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed formerFriend = SomeFeed.of("former friend");
  private PubNews news;

  @BeforeEach
  void listen() throws Exception {
    follow(ann.id());
    news = new PubNews(feeds, new PeerBook(feeds.peerMemory()), new Random(1), START);
  }

  @Test
  void pubsThatPeopleInReachTellOfArePutForward() throws Exception {
    FeedId pub = SomeFeed.of("pub").id();
    ann.write(announcement("pub.example", pub));
    formerFriend.write(announcement("elsewhere.example", SomeFeed.of("other pub").id()));
    store(ann, formerFriend);
    block(formerFriend.id());

    assertThat(news.due(START.plusSeconds(9))).as("too early").isEmpty();
    assertThat(news.due(LATER))
        .singleElement()
        .matches(entry -> entry.address().id().equals(pub) && !entry.autoconnect());
    assertThat(news.due(LATER.plusSeconds(60))).as("not again so soon").isEmpty();
    assertThat(news.due(LATER.plus(Duration.ofHours(1)))).hasSize(1);
  }

  @Test
  void weAndWhomWeBlockAreNot() throws Exception {
    FeedId blocked = SomeFeed.of("blocked").id();
    block(blocked);
    ann.write(announcement("blocked.example", blocked));
    ann.write(announcement("us.example", feeds.identity().id()));
    store(ann);

    assertThat(news.due(LATER)).isEmpty();
  }

  @Test
  void whatIsOnTheNetworkOfWhoeverTellsItIsNothingToUs() {
    FeedId pub = SomeFeed.of("pub").id();
    for (String host : List.of("127.0.0.1", "192.168.1.1", "fd00::7", "localhost", "tv.local")) {
      ann.write(announcement(host, pub));
    }
    store(ann);

    assertThat(news.due(LATER)).isEmpty();
  }

  @Test
  void aFloodOfThemIsBounded() throws Exception {
    for (int i = 0; i < 6; i++) {
      tellsOf(10, SomeFeed.of("flooding " + i));
    }

    assertThat(news.due(LATER)).hasSize(3);
    assertThat(feeds.peerMemory().peers()).hasSize(50);
    assertThat(feeds.peerMemory().known()).as("nobody we know for that").isEmpty();
  }

  @Test
  void whoTellsOfVeryManyDrownsNobodyOut() throws Exception {
    ann.write(announcement("pub.example", SomeFeed.of("pub").id()));
    store(ann);
    tellsOf(1_100, SomeFeed.of("flooding"));

    assertThat(news.due(LATER)).hasSize(3);
    assertThat(feeds.peerMemory().peers())
        .hasSize(11)
        .anyMatch(known -> known.address().startsWith("net:pub.example:"));
  }

  private static String host(SomeFeed author) {
    return "p" + author.id().toString().substring(1, 9).replaceAll("\\W", "x");
  }

  private void tellsOf(int pubs, SomeFeed author) throws Exception {
    follow(author.id());
    for (int i = 0; i < pubs; i++) {
      FeedId pub = SomeFeed.of("pub" + i).id();
      author.write(announcement("pub" + i + "." + host(author) + ".example", pub));
    }
    store(author);
  }

  @Test
  void textFormsAreReadAndWhatCannotBeDialledIsNot() {
    FeedId pub = SomeFeed.of("pub").id();
    String key = pub.toString().substring(1, 45);
    for (String address :
        List.of("wss://w.example:443~shs:" + key, "net:n.example:8008~shs:" + key, "nonsense")) {
      ann.write(JsonObject.builder().put("type", "pub").put("address", Json.of(address)).build());
    }
    store(ann);

    assertThat(news.due(LATER))
        .singleElement()
        .matches(entry -> entry.address().toString().startsWith("net:n.example:8008"));
  }

  private static JsonObject announcement(String host, FeedId pub) {
    JsonObject address =
        JsonObject.builder()
            .put("host", host)
            .put("port", 8008L)
            .put("key", pub.toString())
            .build();
    return JsonObject.builder().put("type", "pub").put("address", address).build();
  }
}
