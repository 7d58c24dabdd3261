package org.tidings.ui.writing;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.Tip;
import org.tidings.ui.text.EmojiGroup;
import org.tidings.ui.workspace.Preferences;

/// Chooses an emoji: one of those chosen last, or any by its name or its group. Arrows lead from
/// the field for the name through all that are offered, and Enter takes the marked one. No menu:
/// there the keys go to the item that the mouse is over. Made anew each time it is opened. Confined
/// to the JavaFX thread.
public final class EmojiPicker extends PopupControl {
  private static final int PAGE = 5;

  private final String with;
  private final Preferences preferences;
  private final Consumer<String> chosen;

  /// @param with key of what is done with the one that is chosen
  /// @param preferences where it is kept which were chosen last
  /// @param chosen told which
  public EmojiPicker(String with, Preferences preferences, Consumer<String> chosen) {
    this.with = with;
    this.preferences = preferences;
    this.chosen = chosen;
    setAutoHide(true);
  }

  /// A button that opens one.
  ///
  /// @param key of its name
  /// @param side of the button where it comes up
  /// @param made makes one for the button, each time anew
  public static Button opener(String key, Side side, Function<Button, EmojiPicker> made) {
    Button opener = Buttons.icon(Feather.SMILE, key, () -> {});
    opener.setOnAction(
        event -> {
          EmojiPicker picker = made.apply(opener);
          picker.offer();
          picker.show(opener, side);
        });
    return opener;
  }

  /// Held by a corner, whose place does not depend on how large this turns out to be.
  private void show(Button opener, Side side) {
    Bounds at = opener.localToScreen(opener.getLayoutBounds());
    boolean above = side == Side.TOP;
    double y = above ? at.getMinY() : at.getMaxY();
    if (Texts.rightToLeft()) {
      setAnchorLocation(
          above ? AnchorLocation.CONTENT_BOTTOM_RIGHT : AnchorLocation.CONTENT_TOP_RIGHT);
      show(opener, at.getMaxX(), y);
    } else {
      setAnchorLocation(
          above ? AnchorLocation.CONTENT_BOTTOM_LEFT : AnchorLocation.CONTENT_TOP_LEFT);
      show(opener, at.getMinX(), y);
    }
  }

  private void offer() {
    EmojiChoices choices = new EmojiChoices(preferences.settings().emoji());
    LineField field =
        new LineField(
            choices.typedProperty(), "emoji.find", () -> choices.chosen().ifPresent(this::choose));
    field.prompt("emoji.find");
    EmojiGrid grid = new EmojiGrid(choices, with, this::choose);
    Label name = new Label();
    name.getStyleClass().add("emoji-name");
    choices
        .markedProperty()
        .subscribe(
            marked -> {
              name.setText(marked.map(choices::at).map(EmojiChoices::name).orElse(""));
              field.editor().pointAt(grid.marked().orElse(null));
            });
    VBox box = new VBox(field, groups(choices, grid, field), grid, name);
    box.addEventFilter(KeyEvent.KEY_PRESSED, key -> press(key, choices));
    box.getStyleClass().addAll("context-menu", "emoji-picker");
    setSkin(new Whole(this, box));
    setOnShown(event -> field.editor().focusText());
  }

  private static HBox groups(EmojiChoices choices, EmojiGrid grid, LineField field) {
    HBox groups = new HBox();
    for (EmojiGroup group : EmojiGroup.values()) {
      Button button = new Button("", new NameLabel(group.first()));
      button.setAccessibleText(Texts.of(EmojiChoices.key(group)));
      Tip.on(button, button.getAccessibleText());
      button.getStyleClass().add("emoji-choice");
      button.setOnAction(
          event -> {
            choices.typedProperty().set("");
            field.editor().focusText();
            choices.rowOf(group).ifPresent(grid::goTo);
          });
      groups.getChildren().add(button);
    }
    groups.getStyleClass().add("emoji-groups");
    return groups;
  }

  private static void press(KeyEvent key, EmojiChoices choices) {
    boolean taken =
        switch (key.getCode()) {
          case DOWN -> down(choices, 1);
          case UP -> down(choices, -1);
          case PAGE_DOWN -> down(choices, PAGE);
          case PAGE_UP -> down(choices, -PAGE);
          case LEFT, RIGHT -> choices.along(isForward(key.getCode()) ? 1 : -1);
          default -> false;
        };
    if (taken) {
      key.consume();
    }
  }

  private static boolean down(EmojiChoices choices, int by) {
    choices.down(by);
    return true;
  }

  private static boolean isForward(KeyCode key) {
    return (key == KeyCode.RIGHT) != Texts.rightToLeft();
  }

  private void choose(String emoji) {
    hide();
    preferences.change(now -> now.withEmoji(emoji));
    chosen.accept(emoji);
  }

  /// All that is shown.
  private record Whole(EmojiPicker skinnable, Node node) implements Skin<EmojiPicker> {
    @Override
    public EmojiPicker getSkinnable() {
      return skinnable;
    }

    @Override
    public Node getNode() {
      return node;
    }

    @Override
    public void dispose() {
      // What is shown is dropped as a whole.
    }
  }
}
