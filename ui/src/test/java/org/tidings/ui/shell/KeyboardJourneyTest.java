package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Mention;
import org.tidings.feed.content.Post;
import org.tidings.feed.index.PostView;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;

/// What a person does who has no mouse.
@Tag("journey")
class KeyboardJourneyTest extends OnSomeCircle {
  /// From then on what is new waits until it is asked for.
  private static final int UNTIL_A_PAGE_IS_FULL = 14;

  private List<PostView> thread() {
    return window.test().workspace().feeds().threads().of(circle.harbour()).orElseThrow().posts();
  }

  private int likes(MessageId post) {
    return window.test().workspace().feeds().reactions().counts(post).ours();
  }

  @Test
  void aThreadIsReadLikedAndAnswered() {
    window.reads("Back in harbour");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.L);
    await("the first thread is liked").until(() -> likes(circle.harbour()) == 1);

    window.press(KeyCode.ENTER);
    window.reads("Welcome back! Nine days");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    PostView second = thread().get(1);
    window.press(KeyCode.L);
    await("a reply is liked").until(() -> likes(second.id()) == 1);

    window.press(KeyCode.R);
    window.reads("Answering " + second.by().name());
    window.type("Good to know");
    assertThat(window.written()).isEqualTo("Good to know");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    window.readsNoMore("Posting");
    Post reply = thread().getLast().post();
    assertThat(reply.text()).endsWith("Good to know");
    assertThat(reply.place().branch()).contains(second.id());
    assertThat(reply.mentions()).extracting(Mention::link).contains(second.by().id().toString());
  }

  @Test
  void escapeLeadsFromTheReplyBackToTheThread() {
    window.go(new Place.InThread(circle.harbour()));
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    window.type("Well");
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.B);
    await("the chosen post is bookmarked")
        .until(() -> window.test().workspace().feeds().bookmarks().contains(thread().get(1).id()));
    assertThat(window.written()).isEqualTo("Well");
  }

  @Test
  void whatElseCanBeDoneIsOffered() {
    window.go(new Place.InThread(circle.harbour()));
    window.press(KeyCode.DOWN);
    window.press(KeyCode.M);
    window.eventually("more is offered", () -> menus().size() == 1);
    Fx.run(() -> menus().forEach(Window::hide));
    window.press(KeyCode.M);
    window.eventually("more is offered again", () -> menus().size() == 1);
    Fx.run(() -> menus().forEach(Window::hide));
  }

  private static List<Window> menus() {
    return Window.getWindows().stream().filter(ContextMenu.class::isInstance).toList();
  }

  @Test
  void whatIsNewIsTakenIn() {
    for (int day = 1; day <= UNTIL_A_PAGE_IS_FULL; day++) {
      write("Day " + day + " at sea");
    }
    window.reads("Day " + UNTIL_A_PAGE_IS_FULL + " at sea");
    window.press(KeyCode.DOWN);
    write("Low tide at six");
    window.reads("1 new thread");
    window.press(KeyCode.N);
    window.reads("Low tide at six");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.ENTER);
    assertThat(window.place()).isInstanceOf(Place.InThread.class);
    window.readsNoMore("Day " + UNTIL_A_PAGE_IS_FULL + " at sea");
    window.reads("Low tide at six");
  }

  private void write(String text) {
    double now = (double) window.test().temp().clock().millis();
    circle.mara.write(Post.root(text).toJson(), now);
    window.test().receive(circle.mara);
  }
}
