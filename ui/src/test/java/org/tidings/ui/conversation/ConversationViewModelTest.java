package org.tidings.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.TimelineFilter;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.message.Message;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.compose.ComposeViewModel;
import org.tidings.ui.compose.Desk;
import org.tidings.ui.compose.Destination;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.Sealing;
import org.tidings.ui.workspace.TestWorkspace;
import org.tidings.ui.workspace.Unseen;

class ConversationViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;
  private FeedId self;
  private Unseen unseen;
  private ConversationViewModel talk;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    self = test.workspace().self();
    unseen = new Unseen(test.workspace());
    talk = new ConversationViewModel(test.workspace(), unseen, Set.of(mara.id()));
  }

  @AfterEach
  void close() {
    talk.close();
    unseen.close();
    test.close();
  }

  private List<String> texts() {
    return talk.posts().stream().map(post -> post.post().text()).toList();
  }

  @Test
  void whatTheSamePeopleSayAppearsOldestFirst() {
    Sealing.write(mara, "one", self);
    Sealing.write(mara, "with Jonas", self, jonas.id());
    Sealing.write(mara, "two", self);
    test.receive(mara);
    screen.until(() -> texts().equals(List.of("one", "two")));
  }

  @Test
  void whatWaitsIsCountedUntilItWasShown() {
    Sealing.write(mara, "one", self);
    test.receive(mara);
    screen.until(() -> unseen.countProperty().get().conversations() == 1);
    talk.arrive();
    screen.until(() -> unseen.countProperty().get().conversations() == 0);
  }

  @Test
  void whatComesLateWaitsThoughItWasWrittenBeforeWhatWasShown() {
    ConversationViewModel among =
        new ConversationViewModel(test.workspace(), unseen, Set.of(mara.id(), jonas.id()));
    Sealing.write(jonas, "written first", self, mara.id());
    mara.post("in the open");
    Sealing.write(mara, "comes first", self, jonas.id());
    test.receive(mara);
    among.arrive();
    screen.until(
        () -> among.posts().size() == 1 && unseen.countProperty().get().conversations() == 0);
    among.depart();
    test.receive(jonas);
    screen.until(() -> unseen.countProperty().get().conversations() == 1);
    among.arrive();
    screen.until(
        () -> among.posts().size() == 2 && unseen.countProperty().get().conversations() == 0);
    among.close();
  }

  @Test
  void whatIsSentGoesOnInTheNewestThreadAndInPrivate() {
    Message first = Sealing.write(mara, "Tell nobody", self);
    test.receive(mara);
    screen.until(() -> talk.endsProperty().get().isPresent());
    Destination among = Destination.among(Set.of(mara.id()));
    Desk desk = new Desk(test.workspace());
    ComposeViewModel writing = desk.take(among);
    screen.until(() -> writing.draft().loadedProperty().get());
    talk.endsProperty().get().ifPresent(end -> writing.goOn(end.root(), end.heads()));
    writing.draft().textProperty().set("I will not");
    screen.until(() -> writing.canPublishProperty().get());
    writing.publish(() -> {}, posted -> {});
    screen.until(() -> !desk.outgoing().waiting().isEmpty());
    desk.close();
    screen.until(() -> texts().equals(List.of("Tell nobody", "I will not")));
    assertThat(talk.posts().getLast().post().place().root()).contains(first.id());
    assertThat(talk.posts().getLast().recipients()).containsExactlyInAnyOrder(mara.id(), self);
    assertThat(
            test.workspace().feeds().timeline().home(TimelineFilter.FOLLOWING, TimelineKey.TOP, 9))
        .isEmpty();
    desk.putBack(among);
  }

  @Test
  void earlierMessagesComeWhenAskedFor() {
    for (int i = 0; i < 60; i++) {
      Sealing.write(mara, "message " + i, self);
    }
    test.receive(mara);
    screen.until(() -> texts().size() == 50 && texts().getLast().equals("message 59"));
    assertThat(talk.earlierProperty().get()).isTrue();
    talk.showEarlier();
    screen.until(() -> texts().size() == 60);
    assertThat(talk.earlierProperty().get()).isFalse();
  }

  @Test
  void whatComesInALongConversationStandsBelowWhatIsBeingRead() {
    for (int i = 0; i < 60; i++) {
      Sealing.write(mara, "message " + i, self);
    }
    test.receive(mara);
    screen.until(() -> texts().size() == 50 && texts().getFirst().equals("message 10"));
    Sealing.write(mara, "message 60", self);
    test.receive(mara);
    screen.until(() -> texts().getLast().equals("message 60"));
    assertThat(texts()).hasSize(51).startsWith("message 10");
    assertThat(talk.earlierProperty().get()).isTrue();
    talk.showEarlier();
    screen.until(() -> texts().size() == 61);
    assertThat(talk.earlierProperty().get()).isFalse();
  }
}
