package org.tidings.feed.json;

/// The input is not a JSON document we accept. The message names the fault; it never quotes the
/// input.
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1;

  public JsonException(String message) {
    super(message);
  }
}
