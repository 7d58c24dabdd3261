package org.tidings.ui.compose;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Icon;
import org.tidings.ui.text.FlowText;

/// Says who can read what is written here, where that is not everybody. Confined to the JavaFX
/// thread.
final class ReadersLine extends HBox {
  private final FlowText words = new FlowText();

  ReadersLine(ComposeViewModel model) {
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().setAll(new Icon(Feather.LOCK), words);
    setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("readers-line");
    model.readersProperty().subscribe(this::show);
  }

  private void show(List<Byline> readers) {
    String sentence =
        readers.isEmpty()
            ? Texts.of("private.readers.none")
            : Texts.of("private.readers", Texts.listed(withUs(readers)));
    words.setText(sentence);
    setAccessibleText(sentence);
  }

  private static List<String> withUs(List<Byline> readers) {
    return Stream.concat(Stream.of(Texts.of("private.you")), readers.stream().map(Byline::name))
        .toList();
  }
}
