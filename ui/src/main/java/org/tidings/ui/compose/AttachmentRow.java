package org.tidings.ui.compose;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.ByteSize;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Words;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.picture.Thumbnail;
import org.tidings.ui.writing.LineField;

/// A picture or file that goes with what is being written: how it looks, what it shows in words,
/// and taking it away again. Confined to the JavaFX thread.
final class AttachmentRow extends HBox {
  private static final double THUMBNAIL = 56;
  private static final int LONGEST = 400;

  private final StringProperty said = new SimpleStringProperty("");

  AttachmentRow(Attachment attachment, Attaching attaching, Pictures pictures) {
    said.set(attachment.words());
    Region beginning =
        attachment.isPicture() ? new Thumbnail(THUMBNAIL, attachment.embedded(), pictures) : icon();
    VBox words = new VBox(attachment.isPicture() ? field(attachment, attaching) : name(attachment));
    Label size = new Label(ByteSize.brief(attachment.size()));
    size.getStyleClass().add("hint");
    words.getChildren().add(size);
    if (!attachment.isPicture()) {
      words.getChildren().add(Words.of(Texts.of("attach.asItIs"), "hint-text"));
    }
    words.setMinWidth(0);
    words.getStyleClass().add("attachment-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .setAll(
            beginning,
            words,
            Buttons.icon(Feather.X, "attach.remove", () -> attaching.remove(attachment)));
    getStyleClass().add("attachment");
  }

  private static Region icon() {
    HBox room = new HBox(new Icon(Feather.FILE));
    room.getStyleClass().add("attachment-icon");
    return room;
  }

  private static Label name(Attachment attachment) {
    Label name = new Label(attachment.embedded().name());
    name.getStyleClass().add("file-name");
    return name;
  }

  private LineField field(Attachment attachment, Attaching attaching) {
    LineField field = new LineField(said, "attach.words", LONGEST, () -> {});
    field.prompt("attach.words.prompt");
    said.subscribe((before, now) -> attaching.describe(attachment.link(), now));
    return field;
  }

  /// Shows the same picture or file as it is described now, be it on another screen.
  void show(Attachment now) {
    said.set(now.words());
  }
}
