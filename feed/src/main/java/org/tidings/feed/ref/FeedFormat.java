package org.tidings.feed.ref;

import java.util.Optional;

/// Feed formats beside the classic one that a classic peer meets. We recognise and ignore them;
/// they do not count against the peer that sent them. Protocol 11.
public enum FeedFormat {
  /// Metafeeds, in bencode.
  BENDY_BUTT("bendybutt-v1", ".bbfeed-v1"),
  /// In bipf, with blake3 ids.
  BUTTWOO("buttwoo-v1", ".buttwoo-v1"),
  /// In CBOR, with content apart.
  GABBY_GROVE("gabbygrove-v1", ".ggfeed-v1"),
  /// Classic in shape, with a URI as author.
  INDEXED("indexed-v1", ".indexed-v1");

  private final String uriFormat;
  private final String sigilSuffix;

  FeedFormat(String uriFormat, String sigilSuffix) {
    this.uriFormat = uriFormat;
    this.sigilSuffix = sigilSuffix;
  }

  /// The format of a feed id that is not classic, by its URI or its old sigil suffix.
  public static Optional<FeedFormat> ofForeign(String feedId) {
    if (feedId.endsWith(Sigil.FEED.suffix())) {
      return Optional.empty();
    }
    String uri = SsbUri.parse(feedId).filter(SsbUri::isFeed).map(SsbUri::format).orElse("");
    for (FeedFormat format : values()) {
      boolean oldSigil = feedId.startsWith("@") && feedId.endsWith(format.sigilSuffix);
      if (oldSigil || format.uriFormat.equals(uri)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
