package org.tidings.feed.blob;

import org.tidings.feed.told.Worded;

/// Bytes that are not stored. The message is one sentence for people; nothing of them is left.
public final class BlobRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /// What is wrong with them.
  public enum Reason implements Worded {
    TOO_LARGE("This is more than fits into one file that peers take."),
    OTHER_CONTENT("These are not the bytes that the id names."),
    NOT_OPENED("This file cannot be opened with the key that came with it.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String key() {
      return "blob." + name();
    }

    @Override
    public String sentence() {
      return sentence;
    }
  }

  private final Reason reason;

  BlobRefused(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
