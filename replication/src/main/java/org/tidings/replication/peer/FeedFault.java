package org.tidings.replication.peer;

import org.tidings.feed.told.Worded;

/// What a peer sent as a message of a feed.
public enum FeedFault implements Worded {
  FORGED("It sent a message that its author has not signed."),
  BROKEN("It sent a broken message: %s."),
  FOREIGN("It sent a message in a format we do not read."),
  FORKED(
      "It has another message %s than we have: the feed has forked, somewhere its key was used"
          + " twice.");

  private final String sentence;

  FeedFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "feedFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
