package org.tidings.ui.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.tidings.feed.blob.BlobLink;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.ChannelName;
import org.tidings.feed.ref.FeedId;
import org.tidings.feed.ref.MessageId;
import org.tidings.feed.ref.Ref;
import org.tidings.feed.ref.RefLink;

/// Where a link in a post leads. Anything that is none of these is shown as plain text.
public sealed interface MarkdownLink {
  record ToFeed(FeedId feed) implements MarkdownLink {}

  record ToMessage(MessageId message) implements MarkdownLink {}

  record ToBlob(BlobLink blob) implements MarkdownLink {}

  /// A channel, by its normalised name without `#`.
  record ToChannel(String name) implements MarkdownLink {}

  /// A page or mail address; never followed without the person asking.
  record ToWeb(String address) implements MarkdownLink {}

  /// Reads the destination of a link.
  static Optional<MarkdownLink> of(String destination) {
    if (destination.startsWith("#")) {
      return ChannelName.normalise(destination).map(ToChannel::new);
    }
    Optional<MarkdownLink> blob = BlobLink.parse(destination).map(ToBlob::new);
    Optional<Ref> ref = RefLink.parse(destination).flatMap(RefLink::ref);
    return blob.or(() -> ref.map(MarkdownLink::to)).or(() -> web(destination));
  }

  private static MarkdownLink to(Ref ref) {
    return switch (ref) {
      case FeedId feed -> new ToFeed(feed);
      case MessageId message -> new ToMessage(message);
      case BlobId blob -> new ToBlob(BlobLink.to(blob));
    };
  }

  private static Optional<MarkdownLink> web(String destination) {
    try {
      String scheme = new URI(destination).getScheme();
      return switch (scheme == null ? "" : scheme.toLowerCase(Locale.ROOT)) {
        case "http", "https", "mailto" -> Optional.of(new ToWeb(destination));
        default -> Optional.empty();
      };
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
