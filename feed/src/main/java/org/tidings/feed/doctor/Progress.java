package org.tidings.feed.doctor;

/// Told how far an examination has come.
@FunctionalInterface
public interface Progress {

  /// For those who do not care.
  Progress IGNORED = (done, total) -> {};

  /// So many messages of so many were looked at. May throw to end the examination.
  void at(long done, long total);
}
