package org.tidings.ui.picture;

import java.util.List;
import javafx.scene.Node;
import org.tidings.feed.Feeds;
import org.tidings.replication.blob.Blobs;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.FileDialogs;
import org.tidings.ui.common.Notices;

/// All that a window does with pictures. Confined to the JavaFX thread.
///
/// @param lightbox which of them is looked at in full
public record Album(Pictures pictures, Saving saving, Lightbox lightbox) {

  /// The album of one window; its pictures are to be closed with it.
  public static Album of(
      Feeds feeds,
      Blobs blobs,
      Background background,
      FileDialogs dialogs,
      Notices notices,
      DraggedCopies copies) {
    return new Album(
        new Pictures(feeds, blobs, background, notices),
        new Saving(feeds, dialogs, background, notices, copies),
        new Lightbox());
  }

  /// Pictures and files that stand together in a post.
  ///
  /// @param ofPost all of its pictures, by the time somebody looks at one
  /// @param folded whether they are shown only when somebody asks for them
  public Node show(List<Embedded> together, List<Embedded> ofPost, boolean folded) {
    return new Together(this, together, picture -> open(picture, ofPost), folded);
  }

  private void open(Embedded picture, List<Embedded> ofPost) {
    List<Embedded> all = ofPost.stream().filter(Embedded::mayBePicture).distinct().toList();
    lightbox.open(all, Math.max(0, all.indexOf(picture)));
  }
}
