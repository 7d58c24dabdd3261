package org.tidings.ui.writing;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.text.EmojiIndex;

/// Chooses an emoji: a few that are used most, and any other by its name. Confined to the JavaFX
/// thread.
public final class EmojiPicker extends ContextMenu {
  private static final List<String> USUAL =
      List.of(
          "❤️", "👍", "😂", "😮", "😢", "🎉", "🙏", "🔥", "👀", "🌱", "✊", "💡", "🤔", "👏", "💙",
          "🌊");
  private static final int MOST = 24;

  private final String with;
  private final Consumer<String> chosen;
  private final StringProperty typed = new SimpleStringProperty("");
  private final FlowPane offered = new FlowPane();

  /// @param with key of what is done with the one that is chosen
  /// @param chosen told which
  public EmojiPicker(String with, Consumer<String> chosen) {
    this.with = with;
    this.chosen = chosen;
    LineField field = new LineField(typed, "emoji.find", this::chooseFirst);
    field.prompt("emoji.find");
    offered.getStyleClass().add("emoji-offered");
    VBox box = new VBox(field, offered);
    box.getStyleClass().add("emoji-picker");
    CustomMenuItem item = new CustomMenuItem(box, false);
    item.getStyleClass().add("emoji-item");
    getItems().setAll(item);
    typed.subscribe(this::offer);
    setOnShown(event -> field.enter());
    setOnHidden(event -> typed.set(""));
  }

  /// A button that opens it.
  ///
  /// @param key of its name
  /// @param side of the button where it comes up
  public Button opener(String key, Side side) {
    Button opener = Buttons.icon(Feather.SMILE, key, () -> {});
    opener.setOnAction(event -> show(opener, side, 0, 0));
    return opener;
  }

  private void offer(String name) {
    List<String> found =
        name.isBlank()
            ? USUAL
            : EmojiIndex.get().whoseNamesBegin(name.strip(), Texts.language(), MOST).stream()
                .map(EmojiIndex.Named::emoji)
                .toList();
    offered.getChildren().setAll(found.stream().map(this::button).toList());
  }

  private Button button(String emoji) {
    Button button = new Button("", new NameLabel(emoji));
    button.setAccessibleText(Texts.of(with, emoji));
    button.getStyleClass().add("emoji-choice");
    button.setOnAction(event -> choose(emoji));
    return button;
  }

  private void chooseFirst() {
    if (!offered.getChildren().isEmpty()
        && offered.getChildren().getFirst() instanceof Button first) {
      first.fire();
    }
  }

  private void choose(String emoji) {
    hide();
    chosen.accept(emoji);
  }
}
