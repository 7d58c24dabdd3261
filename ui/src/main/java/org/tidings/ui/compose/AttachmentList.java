package org.tidings.ui.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.VBox;
import org.tidings.feed.blob.BlobLink;
import org.tidings.ui.control.Shown;
import org.tidings.ui.picture.Pictures;

/// What goes with a text, below it. Confined to the JavaFX thread.
final class AttachmentList extends VBox {
  private final ComposeViewModel model;
  private final Pictures pictures;
  private final Map<BlobLink, AttachmentRow> rows = new HashMap<>();

  AttachmentList(ComposeViewModel model, Pictures pictures) {
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("attachments");
    model.draft().attachments().subscribe(this::show);
    show();
  }

  /// A row stays while its words are typed.
  private void show() {
    List<Attachment> all = List.copyOf(model.draft().attachments());
    rows.keySet().retainAll(all.stream().map(Attachment::link).toList());
    List<AttachmentRow> now = all.stream().map(this::row).toList();
    if (!getChildren().equals(now)) {
      getChildren().setAll(now);
    }
    Shown.when(!all.isEmpty(), this);
  }

  private AttachmentRow row(Attachment attachment) {
    AttachmentRow row =
        rows.computeIfAbsent(
            attachment.link(), link -> new AttachmentRow(attachment, model.attaching(), pictures));
    row.show(attachment);
    return row;
  }
}
