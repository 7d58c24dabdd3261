package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.index.Byline;
import org.tidings.feed.local.Drafts;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.writing.Caret;

/// A private text that is for other people after all.
class ReaddressingTest extends WhileWriting {
  private static final Attachment WRECK =
      new Attachment(BlobLink.to(BlobId.of(new byte[32])), "the wreck", 300, "image/png");

  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private ComposeViewModel writing;
  private Readdressing readdressing;

  @BeforeEach
  void writeToMara() {
    mara.name(mara.id(), "Mara Lindqvist");
    jonas.name(jonas.id(), "Jonas");
    test.receive(mara, jonas);
    writing = open(Set.of(mara.id()));
    readdressing = desk.readdressing(writing);
    readdressing.begin(List.of(byline(mara.id())));
  }

  private ComposeViewModel open(Set<FeedId> others) {
    ComposeViewModel opened = desk.take(Destination.among(others));
    screen.until(opened.draft().loadedProperty()::get);
    return opened;
  }

  private Byline byline(FeedId feed) {
    return test.workspace().feeds().profiles().byline(feed);
  }

  private Set<FeedId> both() {
    return Set.of(mara.id(), jonas.id());
  }

  private void addJonas() {
    assertThat(readdressing.recipients().choose(byline(jonas.id()))).isTrue();
  }

  private void carried() {
    readdressing.done();
    screen.until(() -> test.workspace().navigator().place().equals(new Place.Conversation(both())));
  }

  private void type(String name) {
    readdressing.completion().follow(Optional.of(new Caret(0, "", "")));
    readdressing.completion().follow(Optional.of(new Caret(0, name, "")));
  }

  @Test
  void theTextGoesAlongWithItsPictures() {
    writing.draft().textProperty().set("Psst");
    writing.draft().attachments().setAll(WRECK);
    addJonas();
    carried();
    assertThat(open(both()).draft().words())
        .isEqualTo(new Words("Psst", "", List.of(WRECK), Optional.empty()));
    assertThat(writing.draft().isEmpty()).isTrue();
    screen.until(writing.draft().settledProperty()::get);
    assertThat(test.workspace().feeds().drafts().all())
        .extracting(Drafts.Draft::place)
        .allMatch(place -> place.startsWith(Destination.among(both()).draft()));
  }

  @Test
  void itComesBeforeWhatIsWrittenThere() {
    ComposeViewModel there = open(both());
    there.draft().textProperty().set("two");
    writing.draft().textProperty().set("one");
    addJonas();
    carried();
    assertThat(there.draft().textProperty().get()).isEqualTo("one\n\ntwo");
  }

  @Test
  void whatWasLeftHereGoesAlongThoughItIsNotBackYet() {
    Destination toJonas = Destination.among(Set.of(jonas.id()));
    test.workspace().feeds().drafts().save(toJonas.draft(), "Psst");
    ComposeViewModel there = open(both());
    readdressing = desk.readdressing(desk.take(toJonas));
    readdressing.begin(List.of(byline(jonas.id())));
    readdressing.recipients().choose(byline(mara.id()));
    carried();
    assertThat(there.draft().textProperty().get()).isEqualTo("Psst");
  }

  @Test
  void whatCannotBeMovedStaysWhereItIs() {
    test.temp().leavePages(0);
    writing.draft().textProperty().set("Hello".repeat(2_000));
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    test.workspace().notices().dismiss();
    addJonas();
    readdressing.done();
    screen.until(() -> test.workspace().notices().problemProperty().get().isPresent());
    screen.until(() -> !writing.publishingProperty().get());
    assertThat(writing.draft().textProperty().get()).hasSize(10_000);
    assertThat(readdressing.settledProperty().get()).isFalse();
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Home());
  }

  @Test
  void peopleAreOfferedByTheBeginningOfTheirNameUnlessTheyAreInAlready() {
    type("m");
    type("jon");
    screen.until(() -> !readdressing.completion().choices().isEmpty());
    readdressing.typedProperty().set("jon");
    readdressing.add(readdressing.completion().choose().orElseThrow().choice());
    assertThat(readdressing.recipients().ids()).containsExactly(mara.id(), jonas.id());
    assertThat(readdressing.typedProperty().get()).isEmpty();
  }

  @Test
  void somebodyUnknownIsOfferedByTheirId() {
    FeedId unknown = SomeFeed.of("nobody").id();
    type(unknown.toString());
    screen.until(() -> !readdressing.completion().choices().isEmpty());
    readdressing.add(readdressing.completion().choose().orElseThrow().choice());
    assertThat(readdressing.recipients().ids()).contains(unknown);
  }

  @Test
  void noMoreAreTakenThanOneMessageCanBeReadBy() {
    for (int i = 1; i < Recipients.MOST; i++) {
      FeedId somebody = SomeFeed.of("somebody" + i).id();
      assertThat(readdressing.recipients().choose(byline(somebody))).isTrue();
    }
    assertThat(readdressing.recipients().choose(byline(jonas.id()))).isFalse();
    assertThat(readdressing.recipients().chosen()).hasSize(6);
    assertThat(readdressing.recipients().fullProperty().get()).isTrue();
  }

  @Test
  void nothingIsDoneForTheSamePeopleOrNobody() {
    assertThat(readdressing.changedProperty().get()).isFalse();
    readdressing.recipients().removeLast();
    assertThat(readdressing.changedProperty().get()).isFalse();
    readdressing.done();
    assertThat(readdressing.openProperty().get()).isTrue();
  }

  @Test
  void nothingIsSentFromHereWhileOthersAreShownThanItsReaders() {
    assertThat(readdressing.settledProperty().get()).isTrue();
    readdressing.typedProperty().set("jon");
    assertThat(readdressing.settledProperty().get()).isFalse();
    readdressing.typedProperty().set("");
    addJonas();
    assertThat(readdressing.settledProperty().get()).isFalse();
    readdressing.recipients().removeLast();
    assertThat(readdressing.settledProperty().get()).isTrue();
    readdressing.recipients().removeLast();
    assertThat(readdressing.settledProperty().get()).isFalse();
    readdressing.cancel();
    assertThat(readdressing.settledProperty().get()).isTrue();
  }

  @Test
  void nothingIsSentFromHereWhereItsReadersAreNotShownYet() {
    readdressing.begin(List.of());
    assertThat(readdressing.settledProperty().get()).isFalse();
  }

  @Test
  void nothingIsSentFromHereWhileTheTextIsOnItsWay() {
    writing.draft().textProperty().set("Psst");
    addJonas();
    readdressing.done();
    assertThat(writing.draft().isEmpty()).isFalse();
    assertThat(readdressing.settledProperty().get()).isFalse();
    carried();
    assertThat(readdressing.openProperty().get()).isFalse();
    assertThat(open(both()).draft().textProperty().get()).isEqualTo("Psst");
  }

  @Test
  void givingUpChangesNothing() {
    addJonas();
    readdressing.cancel();
    readdressing.begin(List.of(byline(mara.id())));
    assertThat(readdressing.recipients().ids()).containsExactly(mara.id());
  }
}
