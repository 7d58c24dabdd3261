package org.tidings.ui.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.tidings.feed.blob.BlobLink;
import org.tidings.ui.markdown.TextSetting.Picture;

/// The pictures and files in a text. Thread-safe.
public final class PicturesIn {
  private PicturesIn() {}

  /// All of them, in reading order.
  public static List<Picture> text(String markdown) {
    List<Picture> found = new ArrayList<>();
    Parsed.each(Parsed.of(markdown), node -> at(node).ifPresent(found::add));
    return found;
  }

  /// The picture or file that stands there, if it is one of the network.
  static Optional<Picture> at(Node node) {
    return switch (node) {
      case Image image ->
          blob(image.getDestination()).map(blob -> new Picture(blob, PlainText.of(image), false));
      case Link link ->
          blob(link.getDestination()).map(blob -> new Picture(blob, PlainText.of(link), true));
      default -> Optional.empty();
    };
  }

  private static Optional<BlobLink> blob(String destination) {
    return MarkdownLink.of(destination)
        .flatMap(
            target ->
                target instanceof MarkdownLink.ToBlob(BlobLink blob)
                    ? Optional.of(blob)
                    : Optional.empty());
  }
}
