package org.tidings.ui.markdown;

import java.util.List;
import javafx.scene.Node;
import org.tidings.feed.blob.BlobLink;

/// What a text needs from around it. Confined to the JavaFX thread.
public interface TextSetting {
  /// The person follows a link.
  void visit(MarkdownLink link);

  /// Pictures and files that stand together in the text, as a node of their own.
  Node pictures(List<Picture> pictures);

  /// A picture or file in a text.
  ///
  /// @param words what its author says it shows; may be empty
  /// @param linked whether the text only links to it, as to a file
  record Picture(BlobLink blob, String words, boolean linked) {}
}
