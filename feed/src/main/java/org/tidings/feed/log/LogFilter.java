package org.tidings.feed.log;

import java.util.Optional;
import org.tidings.feed.ref.FeedId;

/// Which messages of the log are asked for.
///
/// @param type the content type; an empty text asks for encrypted ones
public record LogFilter(Optional<FeedId> author, Optional<String> type) {

  public static final LogFilter EVERYTHING = new LogFilter(Optional.empty(), Optional.empty());

  public static LogFilter by(FeedId author) {
    return new LogFilter(Optional.of(author), Optional.empty());
  }

  public LogFilter ofType(String type) {
    return new LogFilter(author, Optional.of(type));
  }
}
