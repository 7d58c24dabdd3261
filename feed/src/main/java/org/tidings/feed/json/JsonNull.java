package org.tidings.feed.json;

/// `null`.
public enum JsonNull implements Json {
  NULL
}
