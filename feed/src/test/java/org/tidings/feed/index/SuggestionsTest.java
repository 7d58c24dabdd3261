package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

/// People whom people we follow follow.
class SuggestionsTest extends OnFreshFeeds {
  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final SomeFeed cleo = SomeFeed.of("cleo");
  private final SomeFeed dan = SomeFeed.of("dan");

  @BeforeEach
  void know() throws PublishRefused {
    ann.follow(cleo.id());
    ann.follow(dan.id());
    bob.follow(dan.id());
    bob.follow(ann.id());
    store(ann, bob);
    follow(ann.id());
    follow(bob.id());
  }

  private List<FeedId> people() {
    return feeds.suggestions().mostFollowed(9).stream().map(one -> one.by().id()).toList();
  }

  @Test
  void thoseWhomMostFollowComeFirstWithHowMany() {
    List<Suggestion> found = feeds.suggestions().mostFollowed(9);
    assertThat(people()).containsExactly(dan.id(), cleo.id());
    assertThat(found).extracting(Suggestion::friends).containsExactly(2, 1);
    assertThat(found.getLast().friend().id()).isEqualTo(ann.id());
    assertThat(feeds.suggestions().mostFollowed(1)).hasSize(1);
  }

  @Test
  void thoseTwoHopsAwayAreSuggestedAlsoWhereOnlyThoseWeFollowAreFetched() {
    feeds.fetchWithin(1);
    assertThat(people()).containsExactly(dan.id(), cleo.id());
  }

  @Test
  void whomWeFollowBlockOrMuteIsNotSuggested() throws PublishRefused {
    follow(dan.id());
    assertThat(people()).containsExactly(cleo.id());
    feeds.mutes().mute(cleo.id());
    assertThat(people()).isEmpty();
    feeds.mutes().unmute(cleo.id());
    block(cleo.id());
    assertThat(people()).isEmpty();
  }

  @Test
  void whomWeDoNotWantToFollowAnyMoreIsNotSuggested() throws PublishRefused {
    follow(dan.id());
    feeds.publisher().publish(Contact.unfollow(dan.id()).toJson());
    assertThat(people()).containsExactly(cleo.id());
  }
}
