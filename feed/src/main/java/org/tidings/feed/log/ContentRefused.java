package org.tidings.feed.log;

/// The content cannot be signed: too large, without a type, or private without anybody to read it.
public final class ContentRefused extends PublishRefused {

  private static final long serialVersionUID = 1L;

  ContentRefused(Exception why) {
    super(String.valueOf(why.getMessage()));
    initCause(why);
  }
}
