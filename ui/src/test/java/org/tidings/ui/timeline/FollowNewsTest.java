package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.Byline;
import org.tidings.feed.index.Follow;
import org.tidings.feed.index.Times;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

class FollowNewsTest {
  @BeforeEach
  void speakEnglish() {
    Texts.speak(Language.ENGLISH);
  }

  private static Byline named(String name) {
    return new Byline(SomeFeed.of(name).id(), name, Optional.empty());
  }

  private static Follow follow(String by, String whom, long at) {
    return new Follow(named(by), named(whom), new Times(at, at, at));
  }

  private static List<String> sentences(Follow... latest) {
    return FollowNews.of(Arrays.asList(latest)).stream().map(FollowLine::sentence).toList();
  }

  @Test
  void severalWhoFollowOnePersonAreOneLine() {
    assertThat(sentences(follow("Mara", "Ada", 3), follow("Jonas", "Ada", 2)))
        .containsExactly("Mara and Jonas followed Ada");
  }

  @Test
  void onePersonWhoFollowsSeveralIsOneLine() {
    assertThat(sentences(follow("Mara", "Ada", 3), follow("Mara", "Bo", 2)))
        .containsExactly("Mara followed Ada and Bo");
  }

  @Test
  void nobodyIsToldTwice() {
    List<FollowNews> news =
        FollowNews.of(
            List.of(follow("Mara", "Bo", 4), follow("Jonas", "Ada", 3), follow("Mara", "Ada", 2)));
    assertThat(news.stream().map(FollowLine::sentence))
        .containsExactly("Mara followed Bo", "Jonas and Mara followed Ada");
    assertThat(news).extracting(line -> line.times().arrival()).containsExactly(4L, 3L);
  }

  @Test
  void afterThreeTheOthersAreCounted() {
    assertThat(
            sentences(
                follow("Mara", "Ada", 9),
                follow("Jonas", "Ada", 8),
                follow("Amira", "Ada", 7),
                follow("Kenji", "Ada", 6),
                follow("Lena", "Ada", 5)))
        .singleElement()
        .asString()
        // Countries differ in the last comma.
        .matches("Mara, Jonas, Amira,? and 2 others followed Ada");
  }
}
