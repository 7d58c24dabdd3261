package org.tidings.ui.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tidings.feed.blob.BlobLink;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.text.FlowText;

/// What goes with a text, below it. Confined to the JavaFX thread.
final class AttachmentList extends VBox {
  private final ComposeViewModel model;
  private final Pictures pictures;
  private final Map<BlobLink, AttachmentRow> rows = new HashMap<>();
  private final FlowText busy = Words.of("", "hint-text");

  AttachmentList(ComposeViewModel model, Pictures pictures) {
    this.model = model;
    this.pictures = pictures;
    getStyleClass().add("attachments");
    model.draft().attachments().subscribe(this::show);
    model.attaching().busyProperty().subscribe(this::show);
    show();
  }

  /// A row stays while its words are typed. Where more is to come, and nothing can be posted
  /// before that, it is said.
  private void show() {
    List<Attachment> all = List.copyOf(model.draft().attachments());
    rows.keySet().retainAll(all.stream().map(Attachment::link).toList());
    int coming = model.attaching().busyProperty().get();
    busy.setText(Texts.of("attach.busy", coming));
    List<Node> now =
        Stream.concat(all.stream().<Node>map(this::row), Stream.<Node>of(busy))
            .limit(all.size() + Math.min(coming, 1))
            .toList();
    if (!getChildren().equals(now)) {
      getChildren().setAll(now);
    }
    Shown.when(!now.isEmpty(), this);
  }

  private AttachmentRow row(Attachment attachment) {
    AttachmentRow row =
        rows.computeIfAbsent(
            attachment.link(), link -> new AttachmentRow(attachment, model.attaching(), pictures));
    row.show(attachment);
    return row;
  }
}
