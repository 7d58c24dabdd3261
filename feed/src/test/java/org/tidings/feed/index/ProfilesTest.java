package org.tidings.feed.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

    @Test
    void isNoneOfWhichNothingCanBeSeenAndNoEndlessOne() {
      bob.name(bob.id(), "\u202e\u202e");
      cleo.name(bob.id(), "Bob");
      cleo.name(cleo.id(), "C".repeat(5_000));
      store(bob, cleo);
      assertThat(nameOf(bob)).isEqualTo("Bob");
      assertThat(nameOf(cleo)).startsWith("CCC").hasSizeLessThan(120);
    }

    @Test
    void isNotHiddenByOneThatNobodyCanSee() {
      bob.name(ann.id(), "\u0001");
      cleo.name(ann.id(), "Anna");
      store(bob, cleo);
      assertThat(nameOf(ann)).isEqualTo("Anna");
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
  class FriendsWeHaveInCommon {

    @Test
    void areThoseWeFollowWhoFollowThem() throws PublishRefused {
      ann.follow(ann.id());
      bob.follow(ann.id());
      cleo.follow(ann.id());
      store(ann, bob, cleo);
      assertThat(feeds.profiles().of(ann.id()).inCommon().all()).isZero();
      follow(ann.id());
      follow(bob.id());
      assertThat(feeds.profiles().of(ann.id()).inCommon())
          .isEqualTo(new FriendsInCommon(List.of(feeds.profiles().byline(bob.id())), 1));
    }

    @Test
    void tellOfThemWithoutTheirWholeProfile() throws PublishRefused {
      bob.follow(ann.id());
      store(ann, bob);
      follow(bob.id());
      ProfileView whole = feeds.profiles().of(ann.id());
      Acquaintance glance = new Acquaintance(whole.shown(), whole.inCommon(), whole.relationship());
      assertThat(whole.inCommon().all()).isEqualTo(1);
      assertThat(feeds.profiles().acquaintances(List.of(ann.id()))).containsExactly(glance);
    }

    @Test
    void areNamedUpToAFewById() throws PublishRefused {
      List<FeedId> ids = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        SomeFeed friend = SomeFeed.of("friend " + i);
        friend.follow(ann.id());
        store(friend);
        follow(friend.id());
        ids.add(friend.id());
      }
      ids.sort((one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes()));
      FriendsInCommon friends = feeds.profiles().of(ann.id()).inCommon();
      assertThat(friends.all()).isEqualTo(5);
      assertThat(friends.some()).extracting(Byline::id).isEqualTo(ids.subList(0, 3));
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
    void findsGreekNamesByABeginningThatEndsInSigma() {
      ann.name(ann.id(), "Νικόσια");
      store(ann);
      assertThat(feeds.profiles().named("ΝΙΚΟΣ", 10)).hasSize(1);
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
    void findsNobodyByANameThatIsNoMore() {
      ann.name(ann.id(), "Emilia Rose");
      ann.name(ann.id(), "Rosa");
      store(ann);
      assertThat(feeds.profiles().named("emilia", 10)).isEmpty();
      assertThat(feeds.profiles().named("rose", 10)).isEmpty();
      assertThat(feeds.profiles().called("rosa", 10)).hasSize(1);
      feeds.storage().drop(ann.id());
      await().until(() -> feeds.profiles().named("rosa", 10).isEmpty());
    }

    @Test
    void findsNamesByTheWordsInThem() {
      ann.name(ann.id(), "Emilia Bjørnson-Rose");
      bob.name(bob.id(), "++");
      store(ann, bob);
      assertThat(feeds.profiles().named("bjornson r", 10)).hasSize(1);
      assertThat(feeds.profiles().named("jornson", 10)).isEmpty();
      assertThat(feeds.profiles().called("bjornson rose", 10)).isEmpty();
      assertThat(feeds.profiles().named("+", 10)).extracting(Byline::name).containsExactly("++");
    }

    @Test
    void findsLongNamesByTheirBeginning() {
      ann.name(ann.id(), "word ".repeat(400));
      store(ann);
      assertThat(feeds.profiles().named("word ".repeat(300), 10)).hasSize(1);
      assertThat(feeds.profiles().called("word ".repeat(400), 10)).hasSize(1);
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

  @Nested
  class Mentioning {
    private List<FeedId> offered(String beginning, SomeFeed... here) {
      List<FeedId> ids = Arrays.stream(here).map(SomeFeed::id).toList();
      return feeds.profiles().mentionable(beginning, ids, 10).stream()
          .map(one -> one.by().id())
          .toList();
    }

    @Test
    void offersWhoIsHereFirstThenWhomWeFollow() throws PublishRefused {
      for (SomeFeed feed : List.of(ann, bob, cleo)) {
        feed.name(feed.id(), "M\u00e1x");
        store(feed);
      }
      follow(bob.id());
      follow(feeds.identity().id());
      assertThat(offered("max", cleo)).containsExactly(cleo.id(), bob.id(), ann.id());
      assertThat(offered("", cleo)).containsExactly(cleo.id(), bob.id());
    }

    @Test
    void offersNobodyWeBlockAndNotOurselves() throws PublishRefused {
      feeds.publisher().publish(About.name(feeds.identity().id(), "Max").toJson());
      ann.name(ann.id(), "Max");
      store(ann);
      block(ann.id());
      assertThat(offered("max", ann)).isEmpty();
      assertThat(offered("", ann)).isEmpty();
    }

    @Test
    void findsByOurPetnameAndKeepsItToOurselves() {
      ann.name(ann.id(), "Ann");
      store(ann);
      feeds.petnames().save(ann.id(), "My sister");
      Mentionable found = feeds.profiles().mentionable("sis", List.of(), 10).getFirst();
      assertThat(found.by().name()).isEqualTo("My sister");
      assertThat(found.name()).isEqualTo("Ann");
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
