package org.tidings.ui.settings;

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
  void theBlockedAreListedByTheirNames() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Contact.block(mara.id()).toJson());
    screen.until(() -> names(hidden.hiddenProperty().get().blocked()).equals(List.of("Mara")));
  }
}
