package org.tidings.ui.post;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.text.EmojiIndex;
import org.tidings.ui.writing.LineField;

/// Chooses an emoji: a few that are used most, and any other by its name. Confined to the JavaFX
/// thread.
final class ReactionPicker extends ContextMenu {
  private static final List<String> USUAL =
      List.of(
          "❤️", "👍", "😂", "😮", "😢", "🎉", "🙏", "🔥", "👀", "🌱", "✊", "💡", "🤔", "👏", "💙",
          "🌊");
  private static final int MOST = 24;

  private final Consumer<String> chosen;
  private final StringProperty typed = new SimpleStringProperty("");
  private final FlowPane offered = new FlowPane();

  ReactionPicker(Consumer<String> chosen) {
    this.chosen = chosen;
    LineField field = new LineField(typed, "post.react.find", this::chooseFirst);
    field.prompt("post.react.find");
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
    button.setAccessibleText(Texts.of("post.react.with", emoji));
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
