package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.OnFreshFeeds;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.TempFeeds;
import org.tidings.feed.content.About;
import org.tidings.feed.index.ProfileView.Counts;
import org.tidings.feed.index.ProfileView.GivenName;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;

class ProfilesTest extends OnFreshFeeds {

  private final SomeFeed ann = SomeFeed.of("ann");
  private final SomeFeed bob = SomeFeed.of("bob");
  private final SomeFeed cleo = SomeFeed.of("cleo");

  private String nameOf(SomeFeed feed) {
    return feeds.profiles().byline(feed.id()).name();
  }

  @Nested
  class ANameShown {

    @Test
    void isTheBeginningOfTheIdWhenNobodyGaveOne() {
      assertThat(nameOf(ann)).isEqualTo(ann.id().toString().substring(0, 9));
    }

    @Test
    void isTheOneMostOthersGaveBeforeTheFeedNamesItself() {
      bob.name(ann.id(), "Annie");
      cleo.name(ann.id(), "Anna");
      SomeFeed dan = SomeFeed.of("dan");
      dan.name(ann.id(), "Anna");
      store(bob, cleo, dan);
      assertThat(nameOf(ann)).isEqualTo("Anna");
      assertThat(feeds.profiles().of(ann.id()).namesByOthers())
          .containsExactly(new GivenName("Anna", 2), new GivenName("Annie", 1));
    }

    /// Two stores take in the same: 600 who say one name and 650 who say another.
    @Test
    void doesNotDependOnWhichGiversCameFirst(@TempDir Path one, @TempDir Path other) {
      List<byte[]> names = new ArrayList<>();
      for (int i = 0; i < 1_250; i++) {
        SomeFeed giver = SomeFeed.of("giver " + i);
        giver.name(ann.id(), i < 600 ? "x" : "y");
        names.addAll(giver.values());
      }
      assertThat(nameAfter(names, one)).isEqualTo("y");
      assertThat(nameAfter(names.reversed(), other)).isEqualTo("y");
    }

    private String nameAfter(List<byte[]> names, Path folder) {
      try (TempFeeds store = new TempFeeds(folder)) {
        store.ingest(names, TempFeeds.IMPORT);
        return store.settled().feeds().profiles().byline(ann.id()).name();
      }
    }

    @Test
    void isItsOwnBeforeThatOfOthers() {
      bob.name(ann.id(), "Annie");
      ann.name(ann.id(), "Ann");
      ann.name(ann.id(), "   ");
      store(ann, bob);
      assertThat(nameOf(ann)).isEqualTo("Ann");
    }

    @Test
    void isOursBeforeAnyOther() throws PublishRefused {
      ann.name(ann.id(), "Ann");
      store(ann);
      feeds.publisher().publish(About.name(ann.id(), "My sister").toJson());
      assertThat(nameOf(ann)).isEqualTo("My sister");
    }

    @Test
    void isKnownOfTheBlockedToo() throws PublishRefused {
      bob.name(bob.id(), "Bob");
      store(bob);
      block(bob.id());
      assertThat(nameOf(bob)).isEqualTo("Bob");
    }

    @Test
    void isNotGivenByTheBlocked() throws PublishRefused {
      bob.name(ann.id(), "Stinker");
      store(bob);
      block(bob.id());
      assertThat(nameOf(ann)).startsWith("@");
    }
  }

  @Nested
  class ContactsOfAFeed {

    @Test
    void areCountedAndListedPageByPage() {
      ann.follow(bob.id());
      ann.follow(cleo.id());
      ann.follow(ann.id());
      bob.follow(ann.id());
      cleo.follow(ann.id());
      cleo.unfollow(ann.id());
      store(ann, bob, cleo);
      assertThat(feeds.profiles().of(ann.id()).counts()).isEqualTo(new Counts(3, 1, 2));
      List<Byline> first = feeds.profiles().following(ann.id(), Optional.empty(), 1);
      List<Byline> rest =
          feeds.profiles().following(ann.id(), Optional.of(first.getFirst().id()), 5);
      assertThat(Set.of(first.getFirst().id(), rest.getFirst().id()))
          .containsExactlyInAnyOrder(bob.id(), cleo.id());
      assertThat(rest).hasSize(1);
      assertThat(feeds.profiles().followers(ann.id(), Optional.empty(), 5))
          .extracting(Byline::id)
          .containsExactly(bob.id());
    }
  }

  @Nested
  class ManyContacts {

    /// The tables hold them in this order; any other would sort all of them for each page.
    @Test
    void comeAsTheStoreCameToKnowThem() {
      List<FeedId> friends =
          IntStream.range(0, 10).mapToObj(i -> SomeFeed.of("friend " + i).id()).toList();
      friends.forEach(ann::follow);
      store(ann);
      List<FeedId> found = new ArrayList<>();
      Optional<FeedId> after = Optional.empty();
      for (int page = 0; page < 4; page++) {
        feeds.profiles().following(ann.id(), after, 3).forEach(by -> found.add(by.id()));
        after = Optional.of(found.getLast());
      }
      assertThat(found).isEqualTo(friends);
    }
  }

  @Nested
  class Searching {

    @Test
    void findsNamesByTheirBeginningWhateverCaseAndAccents() {
      ann.name(ann.id(), "Émile");
      bob.name(bob.id(), "Emilia");
      cleo.name(cleo.id(), "Cleo");
      store(ann, bob, cleo);
      assertThat(feeds.profiles().named("EMI", 10))
          .extracting(Byline::name)
          .containsExactlyInAnyOrder("Émile", "Emilia");
      assertThat(feeds.profiles().named("émili", 10))
          .extracting(Byline::name)
          .containsExactly("Emilia");
      assertThat(feeds.profiles().named("zzz", 10)).isEmpty();
    }

    @Test
    void findsNamesThatGoOnWithAnEmoji() {
      ann.name(ann.id(), "Ann\uD83C\uDF31");
      store(ann);
      assertThat(feeds.profiles().named("ann", 10))
          .extracting(Byline::id)
          .containsExactly(ann.id());
    }

    @Test
    void listsNamesakesByTheirIdsWhoeverCameFirst() {
      for (SomeFeed feed : List.of(cleo, ann, bob)) {
        feed.name(feed.id(), "Max");
        store(feed);
      }
      assertThat(feeds.profiles().named("max", 10))
          .extracting(by -> by.id().bytes())
          .hasSize(3)
          .isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void findsWhomANameShowsAndNotWhomSomebodyElseCallsSo() throws PublishRefused {
      ann.name(ann.id(), "\u00c4nne");
      bob.name(ann.id(), "Zora");
      bob.name(cleo.id(), "Anne");
      bob.name(bob.id(), "Bob");
      cleo.name(cleo.id(), "Cleo");
      store(ann, bob, cleo);
      block(bob.id());
      assertThat(feeds.profiles().shownAs("ANNE")).extracting(Byline::id).containsExactly(ann.id());
      assertThat(feeds.profiles().shownAs("zora")).isEmpty();
      assertThat(feeds.profiles().shownAs("ann")).isEmpty();
      assertThat(feeds.profiles().shownAs("bob")).extracting(Byline::id).containsExactly(bob.id());
    }

    @Test
    void putsTheNearestFirst() throws PublishRefused {
      ann.name(ann.id(), "Max");
      bob.name(bob.id(), "Max");
      store(ann, bob);
      follow(bob.id());
      assertThat(feeds.profiles().named("max", 1)).extracting(Byline::id).containsExactly(bob.id());
    }
  }

  @Test
  void aFeedNobodyHeardOfHasAnEmptyPage() {
    ProfileView page = feeds.profiles().of(ann.id());
    assertThat(page.counts()).isEqualTo(new Counts(0, 0, 0));
    assertThat(page.self().name()).isEmpty();
    assertThat(page.relationship().following()).isFalse();
  }
}
