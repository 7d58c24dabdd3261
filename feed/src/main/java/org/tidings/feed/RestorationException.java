package org.tidings.feed;

import java.io.IOException;
import org.tidings.feed.told.Told;

/// An identity was not brought along; the message says why, in English.
public final class RestorationException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Told why;

  RestorationException(Told why, Exception cause) {
    super(why.sentence(), cause);
    this.why = why;
  }

  public Told why() {
    return why;
  }
}
