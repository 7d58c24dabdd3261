package org.tidings.ui.picture;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.FocusReturn;
import org.tidings.ui.text.Effort;
import org.tidings.ui.text.FlowText;

/// One picture above the whole window: to be looked at closely, moved, copied, saved, and left for
/// the next of its post. Escape closes it, plus and minus come closer and go back, 0 shows all of
/// it; the arrows go on to the next, and move a picture of which only a part is seen. Has the
/// keyboard while it is open. Confined to the JavaFX thread.
public final class LightboxPane extends StackPane {
  /// Of endless words about a picture the beginning is shown, which takes no longer than a frame.
  private static final int WORDS_EFFORT = 8_000;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Album album;
  private final Lightbox lightbox;
  private Optional<ZoomPane> zoom = Optional.empty();
  private final FocusReturn focus = new FocusReturn();

  public LightboxPane(Album album) {
    this.album = album;
    lightbox = album.lightbox();
    setAccessibleText(Texts.of("lightbox.title"));
    getStyleClass().add("lightbox");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    lightbox.lookProperty().subscribe(this::show);
  }

  private void show(Optional<Lightbox.Look> look) {
    boolean wasOpen = isVisible() && !getChildren().isEmpty();
    setVisible(look.isPresent());
    if (look.isEmpty()) {
      putAway();
      return;
    }
    if (!wasOpen) {
      focus.remember(this);
    }
    look(look.get());
  }

  private void look(Lightbox.Look look) {
    Embedded picture = look.picture();
    Region scrim = new Region();
    scrim.getStyleClass().add("lightbox-scrim");
    Clickable.mouse(scrim, lightbox::close);
    ZoomPane shown = new ZoomPane(album.pictures(), picture);
    zoom = Optional.of(shown);
    BorderPane frame = new BorderPane(shown);
    frame.setPickOnBounds(false);
    frame.setTop(bar(look, shown));
    frame.setBottom(words(picture));
    frame.setLeft(step(Feather.CHEVRON_LEFT, "lightbox.previous", -1, look.at() > 0));
    boolean more = look.at() < look.all().size() - 1;
    frame.setRight(step(Feather.CHEVRON_RIGHT, "lightbox.next", 1, more));
    getChildren().setAll(scrim, frame);
    FxThread.soon(shown::requestFocus);
  }

  private HBox bar(Lightbox.Look look, ZoomPane shown) {
    Label number = new Label(Texts.of("lightbox.number", look.at() + 1, look.all().size()));
    number.setVisible(look.all().size() > 1);
    number.getStyleClass().add("lightbox-number");
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox bar =
        new HBox(
            number,
            room,
            Buttons.icon(Feather.ZOOM_OUT, "lightbox.out", shown::back),
            Buttons.icon(Feather.ZOOM_IN, "lightbox.in", shown::closer),
            Buttons.icon(Feather.COPY, "copy.copy", this::copy),
            Buttons.icon(
                Feather.DOWNLOAD, "lightbox.save", () -> album.saving().save(look.picture())),
            Buttons.icon(Feather.X, "lightbox.close", lightbox::close));
    bar.getStyleClass().add("lightbox-bar");
    return bar;
  }

  private static Node words(Embedded picture) {
    String said = picture.words().isBlank() ? "" : picture.name();
    FlowText words = new FlowText(Effort.beginning(said, WORDS_EFFORT));
    words.getStyleClass().add("lightbox-words");
    return words;
  }

  private Node step(Feather icon, String key, int steps, boolean possible) {
    Button button = Buttons.icon(icon, key, () -> lightbox.go(steps));
    button.setVisible(possible);
    BorderPane.setAlignment(button, Pos.CENTER);
    return button;
  }

  private void putAway() {
    getChildren().clear();
    zoom = Optional.empty();
    focus.giveBack();
  }

  private void copy() {
    zoom.flatMap(ZoomPane::image).ifPresent(album.saving()::putOnClipboard);
  }

  private void pressed(KeyEvent key) {
    if (COPY.match(key)) {
      key.consume();
      copy();
      return;
    }
    boolean buttonFocused = getScene().getFocusOwner() instanceof Button;
    switch (key.getCode()) {
      case ESCAPE -> lightbox.close();
      case LEFT -> aside(-1);
      case RIGHT -> aside(1);
      case UP -> zoom.ifPresent(shown -> shown.look(0, -1));
      case DOWN -> zoom.ifPresent(shown -> shown.look(0, 1));
      case PAGE_UP -> lightbox.go(-1);
      case PAGE_DOWN -> lightbox.go(1);
      case PLUS, ADD, EQUALS -> zoom.ifPresent(ZoomPane::closer);
      case MINUS, SUBTRACT -> zoom.ifPresent(ZoomPane::back);
      case DIGIT0, NUMPAD0 -> zoom.ifPresent(ZoomPane::whole);
      case TAB -> moveFocus(key.isShiftDown());
      case ENTER, SPACE -> {
        if (buttonFocused) {
          return;
        }
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void aside(int right) {
    zoom.filter(shown -> shown.zoom() > 1)
        .ifPresentOrElse(
            shown -> shown.look(right, 0), () -> lightbox.go(Texts.rightToLeft() ? -right : right));
  }

  /// The keyboard stays among what can be done here.
  private void moveFocus(boolean back) {
    List<Node> all =
        lookupAll(".button").stream()
            .filter(node -> node.isVisible() && node.isFocusTraversable())
            .toList();
    int at = all.indexOf(getScene().getFocusOwner());
    int next = at < 0 && back ? all.size() - 1 : at + (back ? -1 : 1);
    all.get(Math.floorMod(next, all.size())).requestFocus();
  }
}
