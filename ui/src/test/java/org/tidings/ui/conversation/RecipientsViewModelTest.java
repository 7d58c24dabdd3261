package org.tidings.ui.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.index.Byline;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.compose.Recipients;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class RecipientsViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private RecipientsViewModel recipients;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mara Lindqvist");
    test.receive(mara);
    recipients = new RecipientsViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    recipients.close();
    test.close();
  }

  private void type(String text) {
    recipients.typedProperty().set(text);
  }

  private List<FeedId> offered() {
    return recipients.offered().stream().map(Byline::id).toList();
  }

  private static Byline somebody(int number) {
    return new Byline(SomeFeed.of("somebody" + number).id(), "x" + number, Optional.empty());
  }

  @Test
  void whoeverComesHereDoesNotWaitAsIfTheyWereTyping() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
    try (RecipientsViewModel opened = new RecipientsViewModel(test.workspace())) {
      screen.until(() -> true);
      assertThat(opened.offered()).extracting(Byline::id).containsExactly(mara.id());
    }
  }

  @Test
  void whereNobodyIsOfferedItIsSaidWhy() {
    assertThat(recipients.nobodyProperty().get()).isEmpty();
    screen.until(() -> said().startsWith("You follow nobody yet."));
    type("nobody called so");
    screen.until(() -> said().startsWith("Nobody known here goes by that name."));
    type(mara.id().toString());
    screen.until(() -> offered().equals(List.of(mara.id())));
    assertThat(said()).isEmpty();
    recipients.chooseFirst();
    screen.until(() -> offered().isEmpty());
    assertThat(said()).isEmpty();
  }

  private String said() {
    return recipients.nobodyProperty().get().orElse("");
  }

  @Test
  void somebodyIsFoundByTheBeginningOfTheirNameAndTheConversationBegins() {
    type("lindq");
    screen.until(() -> offered().equals(List.of(mara.id())));
    recipients.chooseFirst();
    assertThat(recipients.typedProperty().get()).isEmpty();
    recipients.begin();
    assertThat(test.workspace().navigator().place())
        .isEqualTo(new Place.Conversation(Set.of(mara.id())));
  }

  @Test
  void whoIsChosenIsNotOfferedAgain() {
    type("lindq");
    screen.until(() -> offered().equals(List.of(mara.id())));
    recipients.chooseFirst();
    type("mara");
    screen.until(() -> offered().isEmpty());
  }

  @Test
  void somebodyUnknownIsFoundByTheirId() {
    FeedId unknown = SomeFeed.of("nobody").id();
    type(unknown.toString());
    screen.until(() -> offered().equals(List.of(unknown)));
  }

  @Test
  void noMoreAreTakenThanOneMessageCanBeReadBy() {
    for (int i = 0; i <= Recipients.MOST; i++) {
      recipients.choose(somebody(i));
    }
    assertThat(recipients.recipients().chosen()).hasSize(6);
    assertThat(recipients.recipients().fullProperty().get()).isTrue();
    recipients.removeLast();
    assertThat(recipients.recipients().fullProperty().get()).isFalse();
  }

  @Test
  void nothingBeginsWithNobody() {
    recipients.begin();
    assertThat(test.workspace().navigator().place()).isEqualTo(new Place.Home());
  }
}
