package org.tidings.ui.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Mentions;
import org.tidings.feed.content.Place;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.profile.ProfileRow.Why;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class ProfileViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private FeedId self() {
    return test.workspace().self();
  }

  private ProfileViewModel open(FeedId feed) {
    ProfileViewModel model = new ProfileViewModel(test.workspace(), feed);
    test.closeFirst(model::close);
    screen.until(() -> model.profileProperty().get().isPresent());
    return model;
  }

  private void say(Contact contact) throws PublishRefused {
    test.workspace().feeds().publisher().publish(contact.toJson());
  }

  private static ProfileView view(ProfileViewModel model) {
    return model.profileProperty().get().orElseThrow();
  }

  private static List<String> posts(ProfileViewModel model) {
    return model.rows().stream()
        .filter(ProfileRow.OfPost.class::isInstance)
        .map(row -> ((ProfileRow.OfPost) row).post().post().text())
        .toList();
  }

  private static List<FeedId> people(ProfileViewModel model) {
    return model.rows().stream()
        .filter(ProfileRow.OfPerson.class::isInstance)
        .map(row -> ((ProfileRow.OfPerson) row).by().id())
        .toList();
  }

  private static ProfileRow nothing(Why why) {
    return new ProfileRow.Nothing(why);
  }

  @Test
  void theHeadIsAlwaysTheFirstRow() {
    ProfileViewModel model = open(mara.id());
    assertThat(model.rows().getFirst()).isEqualTo(new ProfileRow.Head());
  }

  @Test
  void whatTheirMessagesTakeOnTheDiskIsTold() {
    mara.post("one");
    test.receive(mara);
    ProfileViewModel model = open(mara.id());
    long one = model.bytesProperty().get();
    assertThat(one).isPositive();
    mara.post("two");
    test.receive(mara);
    screen.until(() -> model.bytesProperty().get() > one);
  }

  @Nested
  class Posts {
    @Test
    void theNewestStandsFirst() {
      mara.post("one");
      mara.post("two");
      test.receive(mara);
      assertThat(posts(open(mara.id()))).containsExactly("two", "one");
    }

    @Test
    void newOnesAppearByThemselves() {
      mara.post("one");
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      mara.post("two");
      test.receive(mara);
      screen.until(() -> posts(model).equals(List.of("two", "one")));
    }

    @Test
    void thereIsMoreDownwards() {
      for (int i = 0; i < 30; i++) {
        mara.post("post " + i);
      }
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      assertThat(posts(model)).hasSize(20);
      model.more();
      screen.until(() -> posts(model).size() == 30);
      assertThat(posts(model).getLast()).isEqualTo("post 0");
    }

    @Test
    void whatWasReadFurtherDownStaysWhenSomethingNewComes() {
      for (int i = 0; i < 30; i++) {
        mara.post("post " + i);
      }
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      model.more();
      screen.until(() -> posts(model).size() == 30);
      mara.post("new");
      test.receive(mara);
      screen.until(() -> posts(model).getFirst().equals("new"));
      assertThat(posts(model)).hasSize(31);
    }

    @Test
    void whatWasReadFarDownStaysWhenTheLowestThatIsAskedForAgainIsLiked() {
      for (int i = 0; i < 205; i++) {
        mara.post("post " + i);
      }
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      screen.until(
          () -> {
            model.more();
            return posts(model).size() == 205;
          });
      ProfileRow.OfPost lowest = (ProfileRow.OfPost) model.rows().get(200);
      jonas.vote(lowest.post().id(), 1);
      test.receive(jonas);
      screen.until(() -> !model.rows().get(200).equals(lowest));
      assertThat(posts(model)).hasSize(205);
    }

    @Test
    void likesAppearByThemselves() {
      var post = mara.post("one");
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      jonas.vote(post.id(), 1);
      test.receive(jonas);
      screen.until(() -> likes(model) == 1);
    }

    private int likes(ProfileViewModel model) {
      return ((ProfileRow.OfPost) model.rows().get(1)).post().votes().up();
    }
  }

  @Nested
  class Pictures {
    private ProfileViewModel openPictures() {
      ProfileViewModel model = open(mara.id());
      model.sectionProperty().set(Section.PICTURES);
      screen.until(() -> model.rows().size() > 1);
      return model;
    }

    private static List<String> names(ProfileViewModel model) {
      return model.pictures().stream().map(picture -> picture.picture().words()).toList();
    }

    private void post(String text) {
      mara.write(Post.root(text).toJson());
    }

    private static String picture(String name) {
      return "![" + name + "](" + BlobId.of(Arrays.copyOf(name.getBytes(UTF_8), 32)) + ")";
    }

    @Test
    void thoseOfTheNewestPostStandFirstInLines() {
      post(picture("a") + " and " + picture("b"));
      mara.post("no picture");
      post(picture("c") + "\n\n" + picture("d"));
      test.receive(mara);
      ProfileViewModel model = openPictures();
      assertThat(names(model)).containsExactly("c", "d", "a", "b");
      assertThat(model.rows()).hasSize(3);
    }

    @Test
    void whatIsFoldedIsNotAmongThem() {
      post(picture("open") + " [a file](" + BlobId.of(new byte[32]) + ")");
      String warned = picture("behind a warning");
      mara.write(
          new Post(
                  warned, Place.ROOT, Mentions.of(warned), Optional.empty(), Optional.of("spiders"))
              .toJson());
      post("spoiler " + picture("hidden"));
      test.receive(mara);
      test.workspace().feeds().hiddenWords().add("spoiler");
      assertThat(names(openPictures())).containsExactly("open");
    }

    @Test
    void thereAreMoreDownwardsNoneTwiceAndNoLineIsHalfFull() {
      for (int i = 0; i < 50; i++) {
        post(picture("first " + i) + picture("second " + i));
      }
      test.receive(mara);
      ProfileViewModel model = openPictures();
      assertThat(model.pictures()).hasSize(60);
      model.more();
      screen.until(() -> model.pictures().size() == 100);
      assertThat(names(model)).doesNotHaveDuplicates().endsWith("first 0", "second 0");
      assertThat(model.rows()).hasSize(35);
      model.more();
      post(picture("new"));
      test.receive(mara);
      screen.until(() -> names(model).getFirst().equals("new"));
      model.more();
      screen.until(() -> model.pictures().size() == 101);
      assertThat(names(model)).doesNotHaveDuplicates();
    }

    @Test
    void thereMayBeNone() {
      mara.post("words");
      test.receive(mara);
      assertThat(openPictures().rows()).contains(nothing(Why.NO_PICTURES));
    }
  }

  @Nested
  class WithoutPosts {
    @Test
    void ofAnUnknownFeedNothingHasArrived() {
      assertThat(open(mara.id()).rows())
          .containsExactly(new ProfileRow.Head(), nothing(Why.UNKNOWN));
    }

    @Test
    void aFeedWeFollowIsAwaited() throws PublishRefused {
      say(Contact.follow(mara.id()));
      assertThat(open(mara.id()).rows()).contains(nothing(Why.AWAITED));
    }

    @Test
    void somebodyMayNotHavePostedYet() {
      mara.name(mara.id(), "Mara");
      test.receive(mara);
      assertThat(open(mara.id()).rows()).contains(nothing(Why.NO_POSTS));
    }

    @Test
    void weMayNotHavePostedYet() {
      assertThat(open(self()).rows()).contains(nothing(Why.NO_OWN_POSTS));
    }

    @Test
    void theFirstPostTakesThePlaceOfTheExplanation() throws PublishRefused {
      ProfileViewModel model = open(self());
      test.workspace().feeds().publisher().publish(Post.root("Hello").toJson());
      screen.until(() -> posts(model).equals(List.of("Hello")));
      assertThat(model.rows()).doesNotContain(nothing(Why.NO_OWN_POSTS));
    }

    @Test
    void postsOfABlockedFeedAreHidden() throws PublishRefused {
      mara.post("one");
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      assertThat(posts(model)).isNotEmpty();
      say(Contact.block(mara.id()));
      screen.until(() -> model.rows().contains(nothing(Why.BLOCKED)));
      assertThat(posts(model)).isEmpty();
    }
  }

  @Nested
  class People {
    @Test
    void whomTheyFollowIsListed() {
      mara.follow(jonas.id());
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      model.sectionProperty().set(Section.FOLLOWING);
      screen.until(() -> people(model).equals(List.of(jonas.id())));
    }

    @Test
    void whoFollowsThemIsListedWithHowWeStandToThem() throws PublishRefused {
      jonas.follow(mara.id());
      test.receive(jonas);
      say(Contact.follow(jonas.id()));
      ProfileViewModel model = open(mara.id());
      model.sectionProperty().set(Section.FOLLOWERS);
      screen.until(() -> people(model).equals(List.of(jonas.id())));
      ProfileRow.OfPerson row = (ProfileRow.OfPerson) model.rows().getLast();
      assertThat(row.relationship().following()).isTrue();
    }

    @Test
    void manyArePaged() {
      for (int i = 0; i < 30; i++) {
        mara.follow(SomeFeed.of("friend " + i).id());
      }
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      model.sectionProperty().set(Section.FOLLOWING);
      screen.until(() -> people(model).size() == 20);
      model.more();
      screen.until(() -> people(model).size() == 30);
      assertThat(people(model)).doesNotHaveDuplicates();
    }

    @Test
    void followingNobodyIsSaid() {
      ProfileViewModel model = open(mara.id());
      model.sectionProperty().set(Section.FOLLOWING);
      screen.until(() -> model.rows().contains(nothing(Why.FOLLOWS_NOBODY)));
    }

    @Test
    void thatWeFollowNobodyIsSaidToUs() {
      ProfileViewModel model = open(self());
      model.sectionProperty().set(Section.FOLLOWING);
      screen.until(() -> model.rows().contains(nothing(Why.WE_FOLLOW_NOBODY)));
    }

    @Test
    void nothingOfAnotherSectionIsLeft() {
      mara.post("one");
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      model.sectionProperty().set(Section.FOLLOWERS);
      assertThat(posts(model)).isEmpty();
    }
  }

  @Nested
  class Head {
    @Test
    void aNewNameAppearsByItself() {
      mara.name(mara.id(), "Mara");
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      mara.name(mara.id(), "Mara L");
      test.receive(mara);
      screen.until(() -> view(model).shown().name().equals("Mara L"));
    }

    @Test
    void followingAppearsByItself() throws PublishRefused {
      ProfileViewModel model = open(mara.id());
      say(Contact.follow(mara.id()));
      screen.until(() -> view(model).relationship().following());
    }

    @Test
    void weAreHeardByThoseWhoFollowUs() {
      mara.follow(self());
      test.receive(mara);
      assertThat(open(mara.id()).heardProperty().get()).isTrue();
    }

    @Test
    void weAreHeardByThoseWhoFollowSomebodyWhoFollowsUs() {
      mara.follow(jonas.id());
      jonas.follow(self());
      test.receive(mara, jonas);
      assertThat(open(mara.id()).heardProperty().get()).isTrue();
    }

    @Test
    void weMayNotBeHeardByOthers() {
      mara.follow(jonas.id());
      test.receive(mara);
      ProfileViewModel model = open(mara.id());
      assertThat(model.heardProperty().get()).isFalse();
      jonas.follow(self());
      test.receive(jonas);
      screen.until(model.heardProperty()::get);
    }
  }
}
