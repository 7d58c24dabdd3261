package org.tidings.replication.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Encrypted;
import org.tidings.feed.index.Unboxer;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.LogFilter;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.replication.TestPeer;

/// Private messages between us and both kinds of peers: whoever is named reads them, and nobody
/// else.
@RequiresNpmPeers
class PrivateMessagesTest {
  @TempDir Path folder;

  @Test
  void eachReadsWhatIsForThem() throws Exception {
    try (NpmPeer modern = NpmPeer.start(NpmPeer.Kind.MODERN);
        NpmPeer legacy = NpmPeer.start(NpmPeer.Kind.LEGACY);
        TestPeer ours = TestPeer.start(folder)) {
      acquaint(ours, List.of(modern, legacy));
      write(modern, "from modern ✉", ours.id());
      write(legacy, "from legacy ✉", ours.id(), modern.id());
      publish(ours, "from us to modern ✉", ours.id(), modern.id());
      publish(ours, "from us to all ✉", ours.id(), modern.id(), legacy.id());
      for (NpmPeer peer : List.of(modern, legacy)) {
        peer.tell("connect", "address", ours.address().toString());
      }
      awaitTexts(ours, "from modern ✉", "from legacy ✉", "from us to modern ✉", "from us to all ✉");
      awaitTexts(
          modern, "from modern ✉", "from legacy ✉", "from us to modern ✉", "from us to all ✉");
      awaitTexts(legacy, "from legacy ✉", "from us to all ✉");
    }
  }

  private static void acquaint(TestPeer ours, List<NpmPeer> theirs) throws Exception {
    for (NpmPeer peer : theirs) {
      ours.feeds().publisher().publish(Contact.follow(peer.id()).toJson());
      peer.tell("follow", "id", ours.id().toString());
      for (NpmPeer other : theirs) {
        if (!other.id().equals(peer.id())) {
          peer.tell("follow", "id", other.id().toString());
        }
      }
    }
  }

  private static JsonObject post(String text) {
    return JsonObject.builder().put("type", "post").put("text", text).build();
  }

  private static void write(NpmPeer from, String text, FeedId... to) throws Exception {
    List<Json> readers =
        Stream.concat(Stream.of(from.id()), Stream.of(to))
            .map(reader -> Json.of(reader.toString()))
            .toList();
    JsonObject message =
        JsonObject.builder()
            .put("content", post(text))
            .put("recps", new JsonArray(readers))
            .build();
    assertThat(from.tell("publishPrivate", message)).isNotNull();
  }

  private static void publish(TestPeer from, String text, FeedId... to) throws Exception {
    from.feeds().publisher().publishPrivate(post(text), List.of(to));
  }

  private static void awaitTexts(NpmPeer peer, String... texts) {
    await()
        .atMost(Meeting.PATIENCE)
        .untilAsserted(() -> assertThat(texts(peer)).containsExactlyInAnyOrder(texts));
  }

  private static List<String> texts(NpmPeer peer) throws Exception {
    return ((JsonArray) peer.tell("readPrivate"))
        .items().stream()
            .flatMap(message -> message.asObject().flatMap(read -> read.object("content")).stream())
            .map(content -> content.string("text").orElse(""))
            .toList();
  }

  private static void awaitTexts(TestPeer ours, String... texts) {
    await()
        .atMost(Meeting.PATIENCE)
        .untilAsserted(() -> assertThat(texts(ours)).containsExactlyInAnyOrder(texts));
  }

  private static List<String> texts(TestPeer ours) {
    Unboxer unboxer = new Unboxer(ours.feeds().identity().keys());
    return ours.feeds().log().newest(LogFilter.EVERYTHING, Long.MAX_VALUE, 99).stream()
        .flatMap(message -> message.read().map(Message::content).stream())
        .flatMap(content -> content.asString().stream())
        .flatMap(box -> unboxer.open(new Encrypted(box)).stream())
        .map(content -> content.string("text").orElse(""))
        .toList();
  }
}
