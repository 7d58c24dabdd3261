package org.tidings.ui.post;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Mention;
import org.tidings.ui.markdown.MarkdownLink;
import org.tidings.ui.markdown.TextSetting;
import org.tidings.ui.picture.Embedded;

/// What stands around the text of a post: its links lead through the window, and its pictures are
/// what its mentions say of them. For one showing of the text. Confined to the JavaFX thread.
public final class PostText implements TextSetting {
  /// In so many places of a text pictures and files are shown unasked.
  static final int MOST = 24;

  private final PostPictures described;
  private final PostActions actions;
  private final List<Embedded> all = new ArrayList<>();
  private int places;

  /// @param mentions what the post says of the blobs in its text
  public PostText(List<Mention> mentions, PostActions actions) {
    described = new PostPictures(mentions);
    this.actions = actions;
  }

  @Override
  public void visit(MarkdownLink link) {
    if (link instanceof MarkdownLink.ToBlob(BlobLink blob)) {
      actions.album().lightbox().open(List.of(described.embedded(new Picture(blob, "", false))), 0);
    } else {
      actions.visit(link);
    }
  }

  @Override
  public Node pictures(List<Picture> pictures) {
    List<Embedded> together = pictures.stream().map(described::embedded).toList();
    all.addAll(together);
    places++;
    return actions.album().show(together, all, places > MOST);
  }
}
