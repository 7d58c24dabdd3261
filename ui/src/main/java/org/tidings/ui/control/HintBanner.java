package org.tidings.ui.control;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.text.FlowText;

/// Something a person should know where they are, though nothing is wrong; takes no room while
/// there is nothing to say. Confined to the JavaFX thread.
public final class HintBanner extends HBox {
  private final FlowText words = new FlowText();
  private final ObjectProperty<Optional<String>> hint =
      new SimpleObjectProperty<>(Optional.empty());

  public HintBanner(Feather icon, ObservableValue<Optional<String>> hint) {
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new Icon(icon), words);
    getStyleClass().add("hint-banner");
    setAccessibleRole(AccessibleRole.TEXT);
    this.hint.bind(hint);
    this.hint.subscribe(this::show);
  }

  private void show(Optional<String> shown) {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    shown.ifPresent(
        sentence -> {
          words.setText(sentence);
          setAccessibleText(sentence);
          Announcer.say(this, sentence);
        });
  }
}
