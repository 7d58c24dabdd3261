package org.tidings.feed.content;

import java.util.LinkedHashSet;
import java.util.Set;
import org.tidings.feed.json.Json;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.RefLink;

/// Finds the blobs a content names, at whatever depth and in whatever type: pictures, attachments,
/// avatars, articles. Stateless, thread-safe. Protocol 7.
public final class BlobLinks {

  private BlobLinks() {}

  /// Each blob once, in reading order.
  public static Set<BlobId> in(Json content) {
    Set<BlobId> found = new LinkedHashSet<>();
    Links.eachText(
        content,
        text -> {
          if (text.startsWith("&") || text.startsWith("ssb:")) {
            if (RefLink.refIn(text).orElse(null) instanceof BlobId blob) {
              found.add(blob);
            }
          }
        });
    return found;
  }
}
