package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tidings.feed.content.Mention;
import org.tidings.feed.index.PostView;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.writing.EmojiPicker;

/// What a person does who is offered people, channels and emoji while they write.
@Tag("journey")
class CompletionJourneyTest extends OnSomeCircle {
  private List<PostView> thread() {
    return window.test().workspace().feeds().threads().of(circle.harbour()).orElseThrow().posts();
  }

  private Node list() {
    return window.stage().getScene().lookup(".choices");
  }

  private Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void somebodyIsMentionedByKeyboardInAReply() {
    window.go(new Place.InThread(circle.harbour(), true));
    window.type("Well said, @lindq");
    window.reads("Mara Lindqvist, @");
    assertThat(window.pointedAt()).startsWith("Mara Lindqvist, @");
    assertThat(Fx.get(() -> place(list()).intersects(place(caret())))).isFalse();
    window.press(KeyCode.ENTER);
    window.eventually("nothing is offered any more", () -> list() == null);
    window.type(":smi");
    window.reads("😏, smirk");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.TAB);
    assertThat(window.written())
        .isEqualTo("Well said, [@Mara Lindqvist](" + circle.mara.id() + ") 😏");
    window.press(KeyCode.CONTROL, KeyCode.ENTER);
    window.waitsForPosting();
    await("it is posted").until(() -> thread().size() == 6);
    assertThat(thread().getLast().post().mentions())
        .containsExactly(Mention.of(circle.mara.id(), "Mara Lindqvist"));
  }

  @Test
  void anEmojiIsChosenByKeyboardAndStandsAtTheCaret() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Low tide");
    window.press(KeyCode.HOME);
    window.click("Emoji");
    window.type("seedling");
    window.press(KeyCode.ENTER);
    await("it stands there").until(() -> window.written().contains("🌱"));
    window.type(" ");
    assertThat(window.written()).isEqualTo("🌱 Low tide");
  }

  @Test
  void theEmojiComeUpAtOnePlaceAndWhoClosesThemWritesOn() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Low tide");
    window.click("Emoji");
    window.reads("Smileys and feelings");
    double first = emojiTop();
    window.press(KeyCode.ESCAPE);
    window.type("!");
    assertThat(window.written()).isEqualTo("Low tide!");
    window.click("Emoji");
    window.reads("Smileys and feelings");
    assertThat(emojiTop()).isEqualTo(first);
  }

  private static double emojiTop() {
    return Fx.get(
        () ->
            Window.getWindows().stream()
                .filter(EmojiPicker.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getY());
  }

  private Node caret() {
    return window.stage().getScene().lookup(".writing-area .caret");
  }

  @Test
  void somebodyIsMentionedByMouseInPrivateAndThatIsUndone() {
    window.go(new Place.Conversation(Set.of(circle.mara.id())));
    window.type("@");
    window.reads("Mara Lindqvist, @");
    String mara = "Mara Lindqvist, " + circle.mara.id().toString().substring(0, 9);
    window.click(mara);
    assertThat(window.written()).isEqualTo("[@Mara Lindqvist](" + circle.mara.id() + ") ");
    window.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(window.written()).isEqualTo("@");
  }

  @Test
  void escapeClosesWhatIsOfferedAndNotTheText() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Hi @jon");
    window.reads("jonas 🌱, @");
    window.press(KeyCode.ESCAPE);
    window.eventually("nothing is offered any more", () -> list() == null);
    assertThat(window.place()).isEqualTo(new Place.Compose());
    window.press(KeyCode.ENTER);
    assertThat(window.written()).isEqualTo("Hi @jon\n");
    window.press(KeyCode.ESCAPE);
    assertThat(window.place()).isEqualTo(new Place.Home());
  }

  @Test
  void whatIsOfferedStaysWithinALowWindow() {
    Fx.run(() -> window.stage().setHeight(420));
    window.go(new Place.InThread(circle.harbour(), true));
    window.type("@");
    window.reads("Mara Lindqvist, @");
    window.eventually("it is placed", () -> place(list()).getHeight() > 50);
    Bounds shown = Fx.get(() -> place(list()));
    assertThat(shown.getMinY()).isNotNegative();
    assertThat(shown.getMaxY()).isLessThanOrEqualTo(420);
  }
}
