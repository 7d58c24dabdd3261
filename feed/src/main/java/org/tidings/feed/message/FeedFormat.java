package org.tidings.feed.message;

/// Feed formats beside the classic one that may come in by the same door. We recognise and ignore
/// them; they do not count against the peer that sent them. Protocol 11.
public enum FeedFormat {
  /// bendybutt-v1: metafeeds, bencode.
  BENDY_BUTT,
  /// buttwoo-v1: bipf.
  BUTTWOO,
  /// gabbygrove-v1: CBOR.
  GABBY_GROVE,
  /// indexed-v1: classic shape with a URI as author, or a pair of index message and payload.
  INDEXED
}
