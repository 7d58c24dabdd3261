package org.tidings.feed.told;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Something was not done, and people are told why; the message is that in English.
public class ToldException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Told why;

  public ToldException(Told why, @Nullable Throwable cause) {
    super(why.sentence(), cause);
    this.why = why;
  }

  public final Told why() {
    return why;
  }
}
