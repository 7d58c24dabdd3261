package org.tidings.replication.pub;

import org.tidings.feed.told.Told;
import org.tidings.replication.pub.InviteStep.Kind;

/// A step that failed, after which there is nothing to do.
final class Stop extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient InviteStep step;

  Stop(Kind kind, Told why) {
    super(why.sentence());
    this.step = InviteStep.failed(kind, why);
  }

  InviteStep step() {
    return step;
  }
}
