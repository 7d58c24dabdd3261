package org.tidings.replication.ebt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonArray;
import org.tidings.feed.json.JsonNull;
import org.tidings.feed.json.JsonNumber;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// ebt-sessions.json: what one peer says and sends after each event.
class EbtSessionVectorsTest {
  @TestFactory
  Stream<DynamicTest> sessionsGoAsWithTheReference() {
    return Vectors.cases("ebt-sessions.json", "cases").stream()
        .map(test -> DynamicTest.dynamicTest(text(test, "desc"), () -> new Case(test).run()));
  }

  private static final class Case {
    private final JsonObject test;
    private final FeedId remote;
    private final EbtPeer me;

    Case(JsonObject test) {
      this.test = test;
      this.remote = feed(text(test, "peer"));
      Set<FeedId> follows = new HashSet<>();
      test.array("follows").orElseThrow().items().forEach(id -> follows.add(feed(id)));
      this.me = new EbtPeer(feed(text(test, "me")), numbers(test, "clock"), follows);
      for (Json pair : test.array("blocks").orElseThrow().items()) {
        List<Json> ids = ((JsonArray) pair).items();
        me.blocking(feed(ids.get(0)), feed(ids.get(1)));
      }
    }

    void run() {
      for (Json step : test.array("steps").orElseThrow().items()) {
        check((JsonObject) step);
      }
    }

    private void check(JsonObject step) {
      List<Action> first = me.tell(event(step.object("event").orElseThrow()));
      Map<FeedId, Long> before = transmitting(step);
      EbtPeer.Outcome outcome = me.sent(first);
      assertThat(outcome.spoke(remote))
          .isEqualTo(step.get("outNotes").orElseThrow() != JsonNull.NULL);
      assertThat(outcome.notes(remote)).isEqualTo(notes(step, "outNotes"));
      Set<FeedId> willSend = new HashSet<>();
      step.array("willSendFeeds").orElseThrow().items().forEach(id -> willSend.add(feed(id)));
      Map<FeedId, Long> expected = numbers(step, "transmitting");
      Map<FeedId, Long> actual = transmitting(step);
      willSend.forEach(feed -> actual.put(feed, before.get(feed)));
      assertThat(actual).isEqualTo(expected);
      assertThat(pushed(outcome))
          .isEqualTo(step.has("pushes") ? pairs(step, "pushes") : sending(willSend));
      assertThat(taken(outcome))
          .isEqualTo(step.has("accepts") ? pairs(step, "accepts") : List.of());
    }

    private Map<FeedId, Long> transmitting(JsonObject step) {
      Map<FeedId, Long> sent = new HashMap<>();
      for (FeedId feed : numbers(step, "transmitting").keySet()) {
        Link link = me.link(remote, feed);
        assertThat(link.transmit).isTrue();
        sent.put(feed, link.sent);
      }
      return sent;
    }

    private Event event(JsonObject event) {
      return switch (text(event, "type")) {
        case "connected" ->
            new Event.Opened(
                remote,
                text(test, "role").equals("server"),
                text(test, "role").equals("server"),
                new VectorClock(numbers(event, "storedPeerClock")));
        case "receive-notes" -> new Event.NotesHeard(remote, notes(event, "value"));
        case "receive-message" ->
            new Event.MessageHeard(remote, feed(text(event, "feed")), number(event, "sequence"));
        case "append" -> new Event.Appended(feed(text(event, "feed")), number(event, "sequence"));
        default -> throw new IllegalArgumentException(text(event, "type"));
      };
    }

    /// What a feed that "will be sent" comes to: all that follows what the peer has.
    private List<List<Object>> sending(Set<FeedId> feeds) {
      List<List<Object>> messages = new ArrayList<>();
      Map<FeedId, Long> clock = numbers(test, "clock");
      for (FeedId feed : feeds) {
        long from = me.link(remote, feed).claim + 1;
        for (long n = from; n <= clock.getOrDefault(feed, 0L); n++) {
          messages.add(List.of(feed, n));
        }
      }
      return messages;
    }
  }

  private static List<List<Object>> pushed(EbtPeer.Outcome outcome) {
    List<List<Object>> messages = new ArrayList<>();
    for (Action.SendMessages page : outcome.of(Action.SendMessages.class)) {
      for (long n = page.after() + 1; n <= page.upTo(); n++) {
        messages.add(List.of(page.feed(), n));
      }
    }
    return messages;
  }

  private static List<List<Object>> taken(EbtPeer.Outcome outcome) {
    return outcome.of(Action.Take.class).stream()
        .map(take -> List.<Object>of(take.feed(), take.sequence()))
        .toList();
  }

  private static List<List<Object>> pairs(JsonObject step, String key) {
    return step.array(key).orElseThrow().items().stream()
        .map(pair -> ((JsonArray) pair).items())
        .map(pair -> List.<Object>of(feed(pair.get(0)), (long) ((JsonNumber) pair.get(1)).value()))
        .toList();
  }

  private static Map<FeedId, Note> notes(JsonObject from, String key) {
    Map<FeedId, Note> notes = new HashMap<>();
    numbers(from, key).forEach((feed, n) -> notes.put(feed, Note.decode(n).orElseThrow()));
    return notes;
  }

  private static Map<FeedId, Long> numbers(JsonObject from, String key) {
    Map<FeedId, Long> numbers = new HashMap<>();
    from.object(key)
        .ifPresent(
            all -> all.forEach((id, n) -> numbers.put(feed(id), (long) ((JsonNumber) n).value())));
    return numbers;
  }

  private static FeedId feed(Json id) {
    return feed(id.asString().orElseThrow());
  }

  private static FeedId feed(String id) {
    return FeedId.parse(id).orElseThrow();
  }

  private static String text(JsonObject from, String key) {
    return from.string(key).orElseThrow();
  }

  private static long number(JsonObject from, String key) {
    return (long) from.number(key).orElseThrow();
  }
}
