package org.tidings.feed.log;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;

/// Which messages of the log are asked for.
///
/// @param type the content type; an empty text asks for encrypted ones
/// @param isUnblocked whether those by feeds we block are left out
public record LogFilter(Optional<FeedId> author, Optional<String> type, boolean isUnblocked) {

  public static final LogFilter EVERYTHING =
      new LogFilter(Optional.empty(), Optional.empty(), false);

  public static LogFilter by(FeedId author) {
    return new LogFilter(Optional.of(author), Optional.empty(), false);
  }

  public LogFilter ofType(String type) {
    return new LogFilter(author, Optional.of(type), isUnblocked);
  }
}
