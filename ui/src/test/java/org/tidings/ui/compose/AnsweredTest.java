package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Mentions;
import org.tidings.feed.content.Place;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;

class AnsweredTest {
  private static final FeedId MARA = SomeFeed.of("Mara").id();
  private static final MessageId ROOT = SomeFeed.of("Jonas").post("root").id();
  private static final MessageId POST = SomeFeed.of("Mara").post("answered").id();
  private static final MessageId NEWEST = SomeFeed.of("Amira").post("newest").id();
  private static final Answered ANSWERED = new Answered(POST, MARA, "Mara *L*");

  @Test
  void whoIsAnsweredIsMentionedAtTheBeginning() {
    String text = ANSWERED.address("Well said");
    assertThat(text).isEqualTo("[@Mara \\*L\\*](" + MARA + ") Well said");
    assertThat(Mentions.of(text)).extracting(mention -> mention.link()).contains(MARA.toString());
  }

  @Test
  void whoIsMentionedAlreadyIsNotMentionedTwice() {
    String text = "Ask [@her](" + MARA + ")";
    assertThat(ANSWERED.address(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Title", "- one\n- two", "> quoted", "```\ncode\n```", "1. one"})
  void whatBeginsALineStillBeginsOne(String text) {
    assertThat(ANSWERED.address(text)).endsWith(")\n\n" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Well said", "# Title", ""})
  void theTextComesBackAsItWas(String text) {
    assertThat(ANSWERED.apart(ANSWERED.address(text))).isEqualTo(text);
  }

  @Test
  void theAnsweredPostIsNamedBesideTheNewest() {
    Place place = ANSWERED.in(Place.after(ROOT, List.of(NEWEST)));
    assertThat(place.root()).contains(ROOT);
    assertThat(place.branch()).containsExactly(POST, NEWEST);
  }

  @Test
  void aNewestPostThatIsAnsweredIsNamedOnce() {
    assertThat(ANSWERED.in(Place.after(ROOT, List.of(NEWEST, POST))).branch())
        .containsExactly(POST, NEWEST);
  }

  @Test
  void itIsKeptInDrafts() {
    assertThat(Answered.read(ANSWERED.write())).contains(ANSWERED);
    assertThat(Answered.read("")).isEmpty();
    assertThat(Answered.read("no id of a message")).isEmpty();
  }
}
