package org.tidings.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.search.Unclear;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.Embedded;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class PaletteViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final List<String> done = new ArrayList<>();
  private TestWorkspace test;
  private PaletteViewModel palette;

  @BeforeEach
  void write(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mara Lindqvist");
    mara.write(Post.root("The sea was flat as glass #sailing").toJson());
    palette =
        new PaletteViewModel(
            test.workspace(), List.of(command("Dark colours"), command("Write a new post")));
    palette.open();
  }

  private Command command(String name) {
    return new Command(name, "", Feather.SUN, () -> done.add(name));
  }

  @AfterEach
  void close() {
    palette.close();
    test.close();
  }

  @Test
  void withNothingTypedAllThatCanBeDoneIsOffered() {
    assertThat(palette.findings())
        .extracting(Finding::section)
        .containsOnly(Finding.Section.COMMANDS);
    assertThat(palette.findings()).hasSize(2);
  }

  @Test
  void peopleChannelsAndPostsAreFoundByTheBeginningsOfTheirWords() {
    test.receive(mara);
    type("lind");
    assertThat(palette.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Person.class, person -> assertThat(person.by().id()).isEqualTo(mara.id()));
    type("sail");
    assertThat(palette.findings())
        .extracting(Finding::section)
        .containsExactly(Finding.Section.CHANNELS, Finding.Section.POSTS);
  }

  @Test
  void oneCharacterIsEnoughWhereItIsAWord() {
    mara.post("新しいお茶");
    test.receive(mara);
    type("茶");
    assertThat(palette.findings()).singleElement().isInstanceOf(Finding.OfPost.class);
    type("s");
    assertThat(palette.findings())
        .extracting(Finding::section)
        .doesNotContain(Finding.Section.POSTS);
  }

  @Test
  void thoseOfTheSameNameCanBeToldApart() {
    SomeFeed other = SomeFeed.of("Another Mara");
    other.name(other.id(), "Mara Lindqvist");
    test.receive(mara);
    type("lind");
    assertThat(palette.findings()).hasSize(1).noneMatch(PaletteViewModelTest::hasNamesake);
    test.receive(other);
    type("linda");
    type("lind");
    assertThat(palette.findings()).hasSize(2).allMatch(PaletteViewModelTest::hasNamesake);
  }

  private static boolean hasNamesake(Finding finding) {
    return finding instanceof Finding.Person person && person.hasNamesake();
  }

  @Test
  void aLinkOpenedElsewhereLeadsThere() {
    palette.dismiss();
    palette.follow(SsbUri.of(mara.id()).toString());
    screen.until(() -> test.workspace().navigator().place().equals(new Place.Profile(mara.id())));
    assertThat(palette.openProperty().get()).isFalse();
  }

  @Test
  void aLinkThatLeadsNowhereIsToldSo() {
    palette.dismiss();
    palette.follow("ssb:nonsense/nowhere");
    screen.until(() -> palette.outcomeProperty().get() instanceof Outcome.Some);
    assertThat(palette.findings()).first().isInstanceOf(Finding.Unopenable.class);
    assertThat(palette.openProperty().get()).isTrue();
  }

  @Test
  void whileTheFullTextIsBuiltItIsSaidThatMoreMayBeThere() {
    test.receive(mara);
    test.temp().refuseBuilds();
    test.workspace().feeds().rebuildIndex("search");
    test.temp().change("UPDATE indexes SET version = -version WHERE name = 'search'");
    type("nowhere");
    assertThat(palette.outcomeProperty().get()).isEqualTo(new Outcome.Nothing(true));
    type("sail");
    assertThat(palette.outcomeProperty().get()).isEqualTo(new Outcome.Some(true));
    test.temp().allowBuilds();
    test.workspace().feeds().rebuildIndexes();
    test.temp().settled();
    type("nowhere");
    assertThat(palette.outcomeProperty().get()).isEqualTo(new Outcome.Nothing(false));
  }

  @Test
  void aWordIsMarkedWhereItStands() {
    test.receive(mara);
    type("gla");
    Finding.OfPost post = (Finding.OfPost) palette.findings().getFirst();
    var hit = post.hit().snippet().marked().getFirst();
    assertThat(post.hit().snippet().text().substring(hit.start(), hit.end())).isEqualTo("glass");
  }

  @Test
  void enterOpensWhatIsMarked() {
    test.receive(mara);
    type("sail");
    palette.step(1);
    palette.enter();
    assertThat(test.workspace().navigator().place()).isInstanceOf(Place.InThread.class);
    assertThat(palette.openProperty().get()).isFalse();
  }

  @Test
  void enterBeforeTheAnswerIsHereWaitsForIt() {
    palette.typedProperty().set("dark");
    palette.enter();
    assertThat(done).isEmpty();
    screen.until(() -> !done.isEmpty());
    assertThat(done).containsExactly("Dark colours");
  }

  @Test
  void onlyTheLatestQuestionIsAnswered() {
    palette.typedProperty().set("dark");
    palette.typedProperty().set("write");
    await();
    assertThat(palette.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Doing.class,
            doing -> assertThat(doing.command().name()).isEqualTo("Write a new post"));
  }

  @Test
  void markingGoesAroundTheEnds() {
    palette.step(-1);
    assertThat(palette.markedProperty().get()).isEqualTo(1);
    palette.step(1);
    assertThat(palette.markedProperty().get()).isZero();
  }

  @Test
  void aPastedIdLeadsToItsMessageEvenWhereThatIsNotHere() {
    Message message = mara.post("never received");
    type(SsbUri.of(message.id()).toString());
    palette.enter();
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.InThread(message.id()));
  }

  @Test
  void aPastedFeedLeadsToItsProfile() {
    type(mara.id().toString());
    palette.enter();
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Profile(mara.id()));
  }

  @Test
  void aPastedPictureIsLookedAt() {
    type(BlobId.of(new byte[32]).toString());
    BlobLink blob = BlobLink.to(BlobId.of(new byte[32]));
    assertThat(palette.findings()).containsExactly(new Finding.Picture(blob));
    palette.enter();
    assertThat(palette.openProperty().get()).isFalse();
    assertThat(test.workspace().album().lightbox().lookProperty().get().orElseThrow().picture())
        .isEqualTo(Embedded.of(blob, ""));
  }

  @Test
  void whatCannotBeOpenedIsExplainedAndStays() {
    type("ssb:something/new/AAAA");
    assertThat(palette.findings()).containsExactly(new Finding.Unopenable("search.link.unknown"));
    palette.enter();
    assertThat(palette.openProperty().get()).isTrue();
  }

  @Test
  void anAddressLeadsToTheConnections() {
    type("net:10.0.0.1:8008~shs:" + mara.id().toString().substring(1, 45));
    palette.enter();
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Peers());
    assertThat(test.workspace().navigator().broughtProperty().get()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pub.example:8008:%s~MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
        "https://room.example/join?invite=0123456789",
        "ssb:experimental?action=claim-http-invite&invite=12&postTo=https%%3A%%2F%%2Froom.example"
      })
  void invitesOfEveryKindAreBroughtThere(String invite) {
    String text = invite.formatted(mara.id());
    type(text);
    palette.enter();
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Peers());
    assertThat(test.workspace().navigator().broughtProperty().get()).contains(text);
  }

  @Test
  void filtersAreUnderstood() {
    SomeFeed jonas = SomeFeed.of("Jonas");
    jonas.name(jonas.id(), "Jonas");
    jonas.post("The sea is far from here");
    test.receive(mara, jonas);
    type("sea from:jonas");
    assertThat(palette.findings())
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.OfPost.class,
            found -> assertThat(found.hit().post().by().id()).isEqualTo(jonas.id()));
  }

  @Test
  void thatNothingIsFoundIsSaid() {
    type("xyzzy");
    assertThat(palette.outcomeProperty().get()).isEqualTo(new Outcome.Nothing(false));
    assertThat(palette.findings()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    type("sail from:xyzzy");
    assertThat(palette.outcomeProperty().get())
        .isEqualTo(new Outcome.Misread(new Unclear.Nobody("xyzzy")));
  }

  @Test
  void whatCannotBeReadIsToldInItsPlace() {
    test.temp().change("ALTER TABLE channels RENAME TO lost_channels");
    type("sail");
    assertThat(palette.outcomeProperty().get()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void furtherPostsComeWhenTheLastIsMarked() {
    for (int i = 0; i < 30; i++) {
      mara.post("Sailed again, the " + i + "th time");
    }
    test.receive(mara);
    type("sailed");
    int first = palette.findings().size();
    palette.step(-1);
    screen.until(() -> palette.findings().size() > first);
    assertThat(palette.findings()).doesNotHaveDuplicates().hasSize(30);
  }

  @Test
  void whatMayNotBeSeenAnyMoreIsGoneWhenItIsOpenedAgain() throws PublishRefused {
    test.receive(mara);
    type("glass");
    assertThat(palette.findings()).isNotEmpty();
    palette.dismiss();
    test.workspace().feeds().publisher().publish(Contact.block(mara.id()).toJson());
    palette.open();
    await();
    assertThat(palette.findings()).isEmpty();
  }

  @Test
  void whatIsMarkedStaysWhereTheSameIsFoundAgain() {
    mara.post("The glass is empty");
    test.receive(mara);
    type("glass");
    palette.dismiss();
    palette.open();
    palette.step(1);
    await();
    assertThat(palette.markedProperty().get()).isEqualTo(1);
  }

  private void type(String text) {
    palette.typedProperty().set(text);
    await();
  }

  private void await() {
    screen.until(() -> !(palette.outcomeProperty().get() instanceof Outcome.Asked));
  }
}
