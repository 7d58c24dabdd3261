package org.tidings.feed.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidings.feed.Corpus;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.ref.FeedId;

/// The small corpus, verified without a store.
class CorpusVerifyTest {

  @Test
  void everyMessageIsAcceptedAndTheHeadsAreTheExpectedOnes() {
    assertThat(acceptedHeads(Corpus.values(), 2000)).isEqualTo(expectedHeads());
  }

  @Test
  void damageAndDuplicatesLeaveTheSameHeads() {
    assertThat(acceptedHeads(Corpus.dirtyValues(), 2000)).isEqualTo(expectedHeads());
  }

  private static Map<String, String> acceptedHeads(List<byte[]> values, int mustAccept) {
    MessageVerifier verifier = new MessageVerifier();
    Map<FeedId, Head> heads = new HashMap<>();
    int accepted = 0;
    for (byte[] value : values) {
      if (verifier.check(value) instanceof Checked.Genuine(Message message)
          && continues(heads, message)) {
        heads.put(message.author(), message.asHead());
        accepted++;
      }
    }
    assertThat(accepted).isEqualTo(mustAccept);
    Map<String, String> texts = new HashMap<>();
    heads.forEach((feed, head) -> texts.put(feed.toString(), head.sequence() + " " + head.id()));
    return texts;
  }

  private static boolean continues(Map<FeedId, Head> heads, Message message) {
    Optional<Head> head = Optional.ofNullable(heads.get(message.author()));
    return Chain.judge(message, head, _ -> true) instanceof Verdict.Accepted;
  }

  private static Map<String, String> expectedHeads() {
    JsonObject heads = Corpus.expected().object("heads").orElseThrow();
    Map<String, String> texts = new HashMap<>();
    for (String feed : heads.keys()) {
      JsonObject head = heads.object(feed).orElseThrow();
      long sequence = (long) head.number("sequence").orElseThrow();
      texts.put(feed, sequence + " " + head.string("id").orElseThrow());
    }
    return texts;
  }
}
