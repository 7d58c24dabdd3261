package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Post;
import org.tidings.feed.json.Json;
import org.tidings.feed.json.JsonObject;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.MessageId;

/// Words the person would rather not come across.
class HiddenWordsTest extends OnFreshFeeds {
  private final SomeFeed ann = SomeFeed.of("ann");

  private Optional<String> hiddenBy(MessageId id) {
    return feeds.threads().post(id).orElseThrow().hiddenBy();
  }

  @ParameterizedTest
  @CsvSource({
    "politics, No POLITICS please",
    "politics, #politics again",
    "Élan, what elan",
    "final score, The **final** score!",
    "桜, 川沿いの桜の花",
    "🌊, waves 🌊"
  })
  void aPostIsMarkedWithTheWordThatHidesIt(String word, String text) {
    MessageId id = ann.post(text).id();
    store(ann);
    feeds.hiddenWords().add(word);
    assertThat(hiddenBy(id)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({"art, a party", "final score, the score is final", "桜花, 桜の花"})
  void otherWordsDoNotHideIt(String word, String text) {
    MessageId id = ann.post(text).id();
    store(ann);
    feeds.hiddenWords().add(word);
    assertThat(hiddenBy(id)).isEmpty();
  }

  @Test
  void aWordInTheWarningHidesItToo() {
    JsonObject content =
        Post.root("The tree did it.").toJson().with("contentWarning", Json.of("Spoilers: the end"));
    MessageId id = ann.write(content).id();
    store(ann);
    feeds.hiddenWords().add("spoilers");
    assertThat(hiddenBy(id)).contains("spoilers");
  }

  @Test
  void whatWeWroteOurselvesIsNotHidden() throws PublishRefused {
    MessageId id = feeds.publisher().publish(Post.root("politics").toJson()).id();
    feeds.hiddenWords().add("politics");
    assertThat(hiddenBy(id)).isEmpty();
  }

  @Test
  void aWordTakenAwayHidesNothingAnyMore() {
    MessageId id = ann.post("politics").id();
    store(ann);
    feeds.hiddenWords().add("politics");
    feeds.hiddenWords().remove("Politics");
    assertThat(hiddenBy(id)).isEmpty();
  }

  @Test
  void aWordThatWasFoldedOtherwiseIsStillTheSame() {
    temp.change("INSERT INTO hidden_words (folded, word) VALUES ('bj\u00f8rn', 'Bj\u00f8rn')");
    feeds.hiddenWords().add("bj\u00d8rn");
    assertThat(feeds.hiddenWords().all()).containsExactly("bj\u00d8rn");
    feeds.hiddenWords().remove("Bjorn");
    assertThat(feeds.hiddenWords().all()).isEmpty();
  }

  @Test
  void whereThereIsNoWordNothingIsHidden() {
    assertThat(feeds.hiddenWords().add(" !? ")).isFalse();
    assertThat(feeds.hiddenWords().all()).isEmpty();
  }

  @Test
  void theyOutliveARestartAndARebuildOfAllIndexes() {
    feeds.hiddenWords().add("politics");
    feeds.hiddenWords().add("Final score");
    reopen();
    feeds.rebuildIndexes();
    temp.settled();
    assertThat(feeds.hiddenWords().all()).isEqualTo(List.of("Final score", "politics"));
  }
}
