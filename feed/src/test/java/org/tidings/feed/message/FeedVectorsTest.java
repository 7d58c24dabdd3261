package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tidings.feed.Vectors;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

/// feeds.json: messages in order of arrival, what becomes of each, and what is held at the end.
class FeedVectorsTest {

  @TestFactory
  Stream<DynamicTest> outcomesAndHeadsAgree() {
    return Vectors.cases("feeds.json", "cases").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    text(vector, "id") + " " + text(vector, "desc"), () -> check(vector)));
  }

  private static void check(JsonObject vector) {
    Held held = new Held(new MessageVerifier(vector.string("hmacKey").flatMap(HmacKey::parse)));
    List<String> outcomes = texts(vector, "arrivals").map(held::offer).toList();
    assertThat(outcomes).isEqualTo(texts(vector, "outcomes").map(FeedVectorsTest::kind).toList());
    assertThat(held.headTexts()).isEqualTo(expectedHeads(vector));
  }

  /// The vectors explain an outcome after a colon.
  private static String kind(String outcome) {
    return outcome.split(":", 2)[0];
  }

  private static Map<String, String> expectedHeads(JsonObject vector) {
    JsonObject heads = vector.object("heads").orElseThrow();
    return heads.keys().stream()
        .collect(
            Collectors.toMap(feed -> feed, feed -> headText(heads.object(feed).orElseThrow())));
  }

  private static String headText(JsonObject head) {
    return (long) head.number("sequence").orElseThrow() + " " + text(head, "id");
  }

  private static Stream<String> texts(JsonObject vector, String key) {
    return vector.array(key).orElseThrow().items().stream()
        .map(Json::asString)
        .map(Optional::orElseThrow);
  }

  private static String text(JsonObject vector, String key) {
    return vector.string(key).orElseThrow();
  }

  /// The smallest store: what was accepted, nothing else.
  private static final class Held {
    private final MessageVerifier verifier;
    private final Map<FeedId, Head> heads = new HashMap<>();
    private final Set<MessageId> ids = new HashSet<>();

    Held(MessageVerifier verifier) {
      this.verifier = verifier;
    }

    String offer(String raw) {
      return switch (verifier.check(raw.getBytes(StandardCharsets.UTF_8))) {
        case Verdict.Refused _ -> "reject";
        case Checked.Genuine(Message message) -> append(message);
      };
    }

    private String append(Message message) {
      Optional<Head> head = Optional.ofNullable(heads.get(message.author()));
      return switch (Chain.judge(message, head, ids::contains)) {
        case Verdict.Accepted _ -> {
          heads.put(message.author(), message.asHead());
          ids.add(message.id());
          yield "accept";
        }
        case Verdict.Duplicate _ -> "duplicate";
        case Verdict.Gap _ -> "gap";
        case Verdict.Forked _ -> "conflict";
        case Verdict.Refused _, Verdict.Unwanted _, Verdict.Unstored _ -> "reject";
      };
    }

    Map<String, String> headTexts() {
      return heads.entrySet().stream()
          .collect(
              Collectors.toMap(
                  entry -> entry.getKey().toString(),
                  entry -> entry.getValue().sequence() + " " + entry.getValue().id()));
    }
  }
}
