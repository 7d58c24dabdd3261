package org.tidings.feed.log;

/// The publishing gate is closed.
public final class PublishingHeld extends PublishRefused {

  private static final long serialVersionUID = 1L;

  private final GateState.Reason reason;

  public PublishingHeld(GateState.Reason reason) {
    super(reason.sentence());
    this.reason = reason;
  }

  /// Why it is.
  public GateState.Reason reason() {
    return reason;
  }
}
