package org.tidings.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.index.Byline;
import org.tidings.feed.log.PublishRefused;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class HiddenViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private TestWorkspace test;
  private HiddenViewModel hidden;

  @BeforeEach
  void open(@TempDir Path folder) {
    test = new TestWorkspace(folder, screen);
    mara.name(mara.id(), "Mara");
    test.receive(mara);
    hidden = new HiddenViewModel(test.workspace());
  }

  @AfterEach
  void close() {
    hidden.close();
    test.close();
  }

  private static List<String> names(List<Byline> people) {
    return people.stream().map(Byline::name).toList();
  }

  @Test
  void theMutedAreListedUntilTheyAreUnmuted() {
    test.workspace().feeds().mutes().mute(mara.id());
    screen.until(() -> names(hidden.hiddenProperty().get().muted()).equals(List.of("Mara")));
    test.workspace().feeds().mutes().unmute(mara.id());
    screen.until(() -> hidden.hiddenProperty().get().muted().isEmpty());
  }

  @Test
  void aWordIsHiddenUntilItIsShownAgain() {
    MessageId post = mara.post("No politics here").id();
    test.receive(mara);
    hidden.typedProperty().set(" Politics ");
    hidden.hide();
    screen.until(() -> hidden.hiddenProperty().get().words().equals(List.of("Politics")));
    assertThat(hidden.typedProperty().get()).isEmpty();
    assertThat(test.workspace().feeds().threads().post(post).orElseThrow().hiddenBy())
        .contains("Politics");
    hidden.show("Politics");
    screen.until(() -> hidden.hiddenProperty().get().words().isEmpty());
  }

  @Test
  void whatIsNoWordStaysWhereItIsTyped() {
    hidden.typedProperty().set("?!");
    hidden.hide();
    screen.until(() -> true);
    assertThat(hidden.typedProperty().get()).isEqualTo("?!");
  }

  @Test
  void mutedThreadsAreListedWithWhatTheyBeganWith() {
    MessageId root = mara.post("A long argument").id();
    test.receive(mara);
    test.workspace().feeds().mutes().mute(root);
    screen.until(() -> hidden.hiddenProperty().get().threads().size() == 1);
    assertThat(hidden.hiddenProperty().get().threads().getFirst().opening().orElseThrow().id())
        .isEqualTo(root);
    hidden.unmute(root);
    screen.until(() -> hidden.hiddenProperty().get().threads().isEmpty());
  }

  @Test
  void theBlockedAreListedByTheirNames() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Contact.block(mara.id()).toJson());
    screen.until(() -> names(hidden.hiddenProperty().get().blocked()).equals(List.of("Mara")));
  }
}
