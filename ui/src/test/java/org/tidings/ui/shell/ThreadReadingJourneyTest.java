package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Post;
import org.tidings.ui.Fx;
import org.tidings.ui.control.RowList;
import org.tidings.ui.navigation.Place;

/// What a person hears who reads a thread while others answer in it.
@Tag("journey")
class ThreadReadingJourneyTest extends OnSomeCircle {
  private static final int MANY = 20;

  @BeforeEach
  void read() {
    window.go(new Place.InThread(circle.harbour()));
    window.reads("Welcome back! Nine days");
  }

  @Test
  void aReplyThatComesIsSaid() {
    double now = (double) window.test().temp().clock().millis();
    Post reply = Post.reply("The kettle is on", circle.harbour(), List.of(circle.harbour()));
    circle.jonas.write(reply.toJson(), now);
    window.test().receive(circle.jonas);
    window.hears("jonas 🌱: The kettle is on");
  }

  @Test
  void anOwnReplyIsLedToOnceItIsPosted() {
    makeLong();
    send("The tea is ready");
    window.waitsForPosting();
    window.eventually("it is in view", () -> rows().isInView(rows().getItems().size() - 1));
    assertThat(Fx.get(() -> rows().getItems().size())).isGreaterThan(MANY);
  }

  @Test
  void whoReadsElsewhereWhenTheirReplyIsPostedStaysThere() {
    makeLong();
    send("The tea is ready");
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.HOME);
    int before = Fx.get(() -> rows().getItems().size());
    window.waitsForPosting();
    window.eventually("it is posted", () -> rows().getItems().size() == before + 1);
    Fx.settle();
    assertThat(Fx.get(rows()::isAtBeginning)).isTrue();
  }

  private void send(String text) {
    window.press(KeyCode.DOWN);
    window.press(KeyCode.R);
    window.type(text);
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
  }

  private void makeLong() {
    double now = (double) window.test().temp().clock().millis();
    for (int cup = 1; cup <= MANY; cup++) {
      Post reply = Post.reply("Cup " + cup, circle.harbour(), List.of(circle.harbour()));
      circle.jonas.write(reply.toJson(), now + cup);
    }
    window.test().receive(circle.jonas);
    window.eventually("all are here", () -> rows().getItems().size() > MANY);
  }

  private RowList<?> rows() {
    return (RowList<?>) window.stage().getScene().lookup(".row-list");
  }
}
