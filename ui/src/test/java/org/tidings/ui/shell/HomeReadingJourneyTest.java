package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.Fx;

/// What a person sees who reads a short home while others write.
@Tag("journey")
class HomeReadingJourneyTest extends OnSomeCircle {
  private static final double A_LITTLE = 60;
  private static final double FURTHER_DOWN = 500;

  /// What is read, and how far down it stands.
  private record Seen(Object row, double y) {}

  @BeforeEach
  void seeHome() {
    window.reads("Back in harbour");
    window.reads("forty saplings");
  }

  private ListView<?> list() {
    return (ListView<?>) window.stage().getScene().lookup(".row-list");
  }

  private VirtualFlow<?> flow() {
    return (VirtualFlow<?>) list().lookup(".virtual-flow");
  }

  private Seen first() {
    return Fx.get(
        () -> {
          IndexedCell<?> cell = flow().getFirstVisibleCell();
          return new Seen(cell.getItem(), cell.localToScene(0, 0).getY());
        });
  }

  private void write(String text) {
    double now = (double) window.test().temp().clock().millis();
    circle.mara.write(Post.root(text).toJson(), now);
    window.test().receive(circle.mara);
  }

  @Test
  void whatIsReadStaysWhereItIsEvenWithinTheUppermostThread() {
    Fx.run(() -> flow().scrollPixels(A_LITTLE));
    Fx.settle();
    Seen before = first();
    write("Low tide at six");
    window.reads("1 new thread");
    window.hears("1 new thread");
    assertThat(first()).isEqualTo(before);
    window.press(KeyCode.N);
    window.reads("Low tide at six");
  }

  @Test
  void whoHasNotBegunToReadSeesAtOnceWhatOthersWrite() {
    write("Low tide at six");
    window.reads("Low tide at six");
  }

  @Test
  void ourOwnPostComesAboveWhatIsRead() throws PublishRefused {
    Fx.run(() -> flow().scrollPixels(FURTHER_DOWN));
    Fx.settle();
    Seen before = first();
    int rows = Fx.get(() -> list().getItems().size());
    window.test().workspace().feeds().publisher().publish(Post.root("Low tide at six").toJson());
    window.eventually("it is there", () -> list().getItems().size() > rows);
    Fx.settle();
    assertThat(first()).isEqualTo(before);
  }
}
