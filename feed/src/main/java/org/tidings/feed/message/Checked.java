package org.tidings.feed.message;

/// What [MessageVerifier#check] found, without knowing the state of the feed.
public sealed interface Checked permits Checked.Genuine, Verdict.Refused {

  /// Shape, size and signature are right.
  record Genuine(Message message) implements Checked {}
}
