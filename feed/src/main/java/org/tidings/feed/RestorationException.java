package org.tidings.feed;

import org.jspecify.annotations.Nullable;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.ToldException;

/// An identity was not brought along.
public final class RestorationException extends ToldException {
  private static final long serialVersionUID = 1L;

  RestorationException(Told why, @Nullable Exception cause) {
    super(why, cause);
  }
}
