package org.tidings.feed.json;

/// The input is not a JSON document we accept. The reason names the fault; it never quotes the
/// input.
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  public JsonException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /// The fault, such as `duplicate key`.
  public String reason() {
    return reason;
  }
}
