package org.tidings.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.compose.ComposeViewModel;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.profile.EditViewModel;
import org.tidings.ui.profile.PetnameViewModel;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class DraftsViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;
  private Desk desk;
  private MessageId root;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mara");
    jonas.name(jonas.id(), "Jonas");
    root = mara.post("Low tide at six").id();
    test.receive(mara, jonas);
    desk = new Desk(test.workspace());
    test.closeFirst(desk::close);
  }

  @AfterEach
  void close() {
    test.close();
  }

  private void write(Destination destination, String text) {
    ComposeViewModel model = desk.take(destination);
    screen.until(model.draft().loadedProperty()::get);
    model.draft().textProperty().set(text);
    model.draft().keep();
    screen.until(model.draft().settledProperty()::get);
    desk.putBack(destination);
    test.temp().clock().advance(Duration.ofMinutes(1));
  }

  private List<DraftRow> drafts() {
    DraftsViewModel model = new DraftsViewModel(test.workspace());
    test.closeFirst(model::close);
    model.arrive();
    screen.until(model.loadedProperty()::get);
    return model.rows();
  }

  @Test
  void whatWasBegunLastStandsFirstWithWhereItIs() {
    write(Destination.newThread(), "A new post");
    write(Destination.inThread(root), "Then we meet at the pier");
    List<DraftRow> rows = drafts();
    assertThat(rows)
        .extracting(DraftRow::where)
        .containsExactly("In the thread of Mara", "New post");
    assertThat(rows)
        .extracting(DraftRow::text)
        .containsExactly("Then we meet at the pier", "A new post");
  }

  @Test
  void whatWasTypedAboutOneselfIsAmongThem() {
    write(Destination.newThread(), "A new post");
    EditViewModel edit = new EditViewModel(test.workspace());
    edit.begin(test.workspace().feeds().profiles().of(test.workspace().self()).self());
    edit.descriptionProperty().set("Reads slowly.");
    edit.close();
    List<DraftRow> rows = drafts();
    assertThat(rows).extracting(DraftRow::text).containsExactly("Reads slowly.", "A new post");
    assertThat(rows.getFirst().place()).isEqualTo(new Place.Profile(test.workspace().self()));
  }

  @Test
  void aNameThatWasTypedForSomebodyIsAmongThem() {
    PetnameViewModel petname = new PetnameViewModel(test.workspace(), mara.id());
    petname.begin();
    petname.typedProperty().set("Skipper");
    petname.close();
    screen.until(() -> true);
    DraftRow row = drafts().getFirst();
    assertThat(row.where()).isEqualTo("Your name for Mara");
    assertThat(row.text()).isEqualTo("Skipper");
    assertThat(row.place()).isEqualTo(new Place.Profile(mara.id()));
  }

  @Test
  void eachLeadsToWhereItIsWrittenOn() {
    List<FeedId> both = List.of(mara.id(), jonas.id());
    write(Destination.newThread(), "one");
    write(Destination.inThread(root), "two");
    write(Destination.among(both), "three");
    write(Destination.among(List.of(jonas.id()), root), "four");
    write(Destination.among(List.of()), "five");
    assertThat(drafts())
        .extracting(DraftRow::place)
        .containsExactly(
            Place.Conversation.with(List.of()),
            Place.InThread.goingOn(root, Optional.of(Set.of(jonas.id()))),
            Place.Conversation.with(both),
            Place.InThread.goingOn(root, Optional.empty()),
            new Place.Compose());
  }

  @Test
  void whoReadsAPrivateOneIsNamed() {
    write(Destination.among(List.of(mara.id())), "Only you");
    assertThat(drafts()).extracting(DraftRow::where).containsExactly("In private: Mara");
  }

  @Test
  void aWarningAloneIsADraftTooAndCountsOnce() {
    ComposeViewModel model = desk.take(Destination.newThread());
    screen.until(model.draft().loadedProperty()::get);
    model.draft().warningProperty().set("Storms");
    model.draft().keep();
    screen.until(model.draft().settledProperty()::get);
    assertThat(drafts()).extracting(DraftRow::text).containsExactly("Storms");
    write(Destination.newThread(), "What a night");
    assertThat(drafts()).extracting(DraftRow::text).containsExactly("What a night");
  }

  @Test
  void whatIsEmptiedOrOfNoPlaceIsNotThere() {
    write(Destination.newThread(), "one");
    write(Destination.newThread(), "");
    test.workspace().feeds().drafts().save("thread:nowhere", "lost");
    test.workspace().feeds().drafts().save("private:somebody", "lost");
    assertThat(drafts()).isEmpty();
  }
}
