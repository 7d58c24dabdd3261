package org.tidings.feed.log;

/// Nothing was published; the message says why in one sentence for people.
public sealed class PublishRefused extends Exception permits PublishingHeld, ContentRefused {

  private static final long serialVersionUID = 1L;

  protected PublishRefused(String sentence) {
    super(sentence);
  }
}
