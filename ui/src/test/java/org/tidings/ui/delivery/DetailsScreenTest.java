package org.tidings.ui.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.log.Origin;
import org.tidings.feed.message.Message;
import org.tidings.ui.Fx;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.TestWorkspace;

class DetailsScreenTest {
  /// More emoji and words between them would be laid out together for longer than a frame lasts.
  private static final int LONGEST_PART = 500;

  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");

  @TempDir Path folder;

  @Test
  void whoBroughtAMessageIsNamedAndLedTo() throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      jonas.name(jonas.id(), "Jonas");
      test.receive(jonas);
      test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
      Message theirs = mara.post("Ahoy");
      test.temp().ingest(mara.values(), new Origin.FromPeer(jonas.id()));
      Screen screen = Fx.get(() -> DetailsScreen.screen(test.workspace(), theirs.id()));
      Parent content = Fx.get(() -> new Scene(screen.content()).getRoot());
      await().until(() -> Fx.get(() -> row(content).isPresent()));
      assertThat(Fx.get(() -> sentences(content)))
          .anyMatch(words -> words.startsWith("Received from Jonas on "));
      Fx.run(() -> row(content).ifPresent(DetailsScreenTest::press));
      assertThat(Fx.get(() -> test.workspace().navigator().place()))
          .isEqualTo(new Place.Profile(jonas.id()));
      Fx.run(screen::leave);
    }
  }

  @Test
  void aLongMessageIsLaidOutPieceByPiece() throws Exception {
    try (TestWorkspace test = new TestWorkspace(folder, FxThread::run)) {
      Message theirs = mara.post("⛵ and 🌊 ".repeat(700));
      test.receive(mara);
      Screen screen = Fx.get(() -> DetailsScreen.screen(test.workspace(), theirs.id()));
      Parent content = Fx.get(() -> new Scene(screen.content()).getRoot());
      await()
          .until(() -> Fx.get(() -> signed(content).stream().anyMatch(it -> it.endsWith("\n}"))));
      assertThat(Fx.get(() -> signed(content)))
          .hasSizeGreaterThan(10)
          .allMatch(part -> part.codePoints().count() <= LONGEST_PART);
      Fx.run(screen::leave);
    }
  }

  private static List<String> signed(Parent content) {
    content.applyCss();
    content.layout();
    return content.lookupAll(".md-code-block .flow-text").stream()
        .map(text -> ((FlowText) text).getText())
        .toList();
  }

  private static Optional<Node> row(Parent content) {
    content.applyCss();
    content.layout();
    return Optional.ofNullable(content.lookup(".person-row"));
  }

  private static List<String> sentences(Parent content) {
    return content.lookupAll(".hint").stream()
        .filter(FlowText.class::isInstance)
        .map(text -> ((FlowText) text).getText())
        .toList();
  }

  private static void press(Node row) {
    row.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
  }
}
