package org.tidings.ui.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.content.Mention;
import org.tidings.ui.markdown.MarkdownLink;
import org.tidings.ui.markdown.TextSetting;
import org.tidings.ui.picture.Embedded;

/// What stands around the text of a post: its links lead through the window, and its pictures are
/// what its mentions say of them. For one showing of the text. Confined to the JavaFX thread.
public final class PostText implements TextSetting {
  /// What is only linked to is taken for a picture only if its author says so.
  private static final Optional<String> FILE = Optional.of("application/octet-stream");

  private final List<Mention> mentions;
  private final PostActions actions;
  private final List<Embedded> all = new ArrayList<>();

  /// @param mentions what the post says of the blobs in its text
  public PostText(List<Mention> mentions, PostActions actions) {
    this.mentions = mentions;
    this.actions = actions;
  }

  @Override
  public void visit(MarkdownLink link) {
    if (link instanceof MarkdownLink.ToBlob(BlobLink blob)) {
      actions.album().lightbox().open(List.of(embedded(new Picture(blob, "", false))), 0);
    } else {
      actions.visit(link);
    }
  }

  @Override
  public Node pictures(List<Picture> pictures) {
    List<Embedded> together = pictures.stream().map(this::embedded).toList();
    all.addAll(together);
    return actions.album().show(together, all);
  }

  /// Some say the key of an encrypted picture only where they mention it.
  private Embedded embedded(Picture picture) {
    BlobLink link = picture.blob();
    String words = picture.words();
    Optional<Mention> mention =
        mentions.stream().filter(one -> one.link().equals(link.blob().toString())).findFirst();
    Optional<BlobLink> named = mention.flatMap(one -> BlobLink.of(one.link(), one.query()));
    return new Embedded(
        link.key().isPresent() ? link : named.orElse(link),
        words.isBlank() ? mention.flatMap(Mention::name).orElse("") : words,
        mention.map(Mention::size).orElse(OptionalLong.empty()),
        mention.flatMap(Mention::mediaType).or(() -> picture.linked() ? FILE : Optional.empty()));
  }
}
