package org.tidings.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.ui.Fx;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.SomePictures;

/// Pictures come to a text from other programs.
@Tag("journey")
class IntakeJourneyTest extends OnSomeCircle {
  private static final String WHAT_IT_SHOWS = "What the picture shows";

  @TempDir private Path pictures;

  private Map<DataFormat, Object> file() throws Exception {
    byte[] bytes = SomePictures.file(SomePictures.landscape(300, 200, 1), "png");
    Path file = Files.write(pictures.resolve("wreck.png"), bytes);
    return Map.of(DataFormat.FILES, List.of(file.toFile()));
  }

  private Node area() {
    return Fx.get(() -> window.stage().getScene().lookup(".writing-area .code-area"));
  }

  /// Brings something over the text; whether it might be let go there.
  private boolean over(Map<DataFormat, Object> content) {
    return fire(DragEvent.DRAG_OVER, content).isAccepted();
  }

  /// Lets it go there; whether it was taken.
  private boolean drop(Map<DataFormat, Object> content) {
    return fire(DragEvent.DRAG_DROPPED, content).isDropCompleted();
  }

  private DragEvent fire(EventType<DragEvent> what, Map<DataFormat, Object> content) {
    Node area = area();
    PickResult picked = new PickResult(area, 5, 5);
    DragEvent drag =
        Fx.get(
            () ->
                new DragEvent(
                    what, board(content), 5, 5, 5, 5, TransferMode.COPY, null, area, picked));
    Fx.run(() -> Event.fireEvent(area, drag));
    Fx.settle();
    return drag;
  }

  /// As another program would offer it: JavaFX gives out none where nothing is being dragged.
  private static Dragboard board(Map<DataFormat, Object> content)
      throws ReflectiveOperationException {
    Object source =
        Proxy.newProxyInstance(
            TKClipboard.class.getClassLoader(),
            new Class<?>[] {TKClipboard.class},
            (proxy, asked, arguments) ->
                switch (asked.getName()) {
                  case "hasContent" -> content.containsKey(arguments[0]);
                  case "getContent" -> content.get(arguments[0]);
                  case "getContentTypes" -> content.keySet();
                  case "getTransferModes" -> Set.of(TransferMode.COPY);
                  default -> throw new UnsupportedOperationException(asked.getName());
                });
    Constructor<Dragboard> board = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
    board.setAccessible(true);
    return board.newInstance(source);
  }

  private void copy(ClipboardContent content) {
    Fx.run(() -> Clipboard.getSystemClipboard().setContent(content));
  }

  private static WritableImage image() {
    WritableImage image = new WritableImage(30, 20);
    for (int x = 0; x < 30; x++) {
      for (int y = 0; y < 20; y++) {
        image.getPixelWriter().setColor(x, y, x < 15 ? Color.TEAL : Color.WHITE);
      }
    }
    return image;
  }

  @Test
  void aPictureThatIsDroppedIsPosted() throws Exception {
    window.press(KeyCode.CONTROL, KeyCode.N);
    window.type("Low tide");
    assertThat(over(file())).isTrue();
    assertThat(drop(file())).isTrue();
    window.reads(WHAT_IT_SHOWS);
    window.click("Post");
    window.waitsForPosting();
    window.readsNoMore("Posting in");
    window.go(new Place.Profile(window.test().workspace().self()));
    window.reads("Picture: A picture without a description");
    window.reads("Low tide");
  }

  @Test
  void aPictureThatIsPastedIsTakenToTheAnswer() {
    window.go(new Place.InThread(circle.harbour(), true));
    ClipboardContent picture = new ClipboardContent();
    picture.putImage(Fx.get(IntakeJourneyTest::image));
    copy(picture);
    window.press(KeyCode.CONTROL, KeyCode.V);
    window.reads(WHAT_IT_SHOWS);
    assertThat(window.written()).isEmpty();
  }

  @Test
  void wordsAreLeftToTheText() {
    window.press(KeyCode.CONTROL, KeyCode.N);
    assertThat(drop(Map.of(DataFormat.PLAIN_TEXT, "dropped"))).isFalse();
    ClipboardContent words = new ClipboardContent();
    words.putString("pasted");
    words.putImage(Fx.get(IntakeJourneyTest::image));
    copy(words);
    window.press(KeyCode.CONTROL, KeyCode.V);
    assertThat(window.written()).isEqualTo("pasted");
    window.readsNoMore(WHAT_IT_SHOWS);
  }

  @Test
  void whatIsNoPictureAndCannotBeTakenIsSaid() throws Exception {
    Path file = Files.write(pictures.resolve("holiday.heic"), new byte[100]);
    window.press(KeyCode.CONTROL, KeyCode.N);
    drop(Map.of(DataFormat.FILES, List.of(file.toFile())));
    window.reads("holiday.heic");
    window.readsNoMore(WHAT_IT_SHOWS);
  }
}
