package org.tidings.feed.index;

import java.util.Collection;

/// An index that is behind the log.
///
/// @param done up to which arrival number the log has been taken in
/// @param total the newest arrival number
/// @param isLacking whether what is asked of it is not complete yet, because no older tables answer
///     meanwhile
public record IndexProgress(String index, long done, long total, boolean isLacking) {

  private static final int PERCENT = 100;

  /// How much of all that these have to take in is done, in percent.
  public static int percent(Collection<IndexProgress> behind) {
    long done = behind.stream().mapToLong(IndexProgress::done).sum();
    long total = behind.stream().mapToLong(IndexProgress::total).sum();
    return (int) (PERCENT * done / Math.max(1, total));
  }
}
