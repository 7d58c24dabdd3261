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
    Optional<RefLink> link = RefLink.parse(destination);
    return link.flatMap(MarkdownLink::inNetwork).or(() -> web(destination));
  }

  private static Optional<MarkdownLink> inNetwork(RefLink link) {
    return link.ref()
        .flatMap(
            ref ->
                switch (ref) {
                  case FeedId feed -> Optional.of(new ToFeed(feed));
                  case MessageId message -> Optional.of(new ToMessage(message));
                  case BlobId blob -> BlobLink.of(link.link(), link.query()).map(ToBlob::new);
                });
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
