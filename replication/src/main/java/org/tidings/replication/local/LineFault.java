package org.tidings.replication.local;

import org.tidings.feed.told.Worded;

/// Why a line of a file is no message, or one that is not taken in, in a few words.
public enum LineFault implements Worded {
  NOT_JSON("not JSON"),
  TOO_LONG("longer than any message"),
  BLOCKED("of people you block"),
  /// What somebody wrote whose feed is on its way out.
  DROPPING("its feed is being dropped; import it again when that is done"),
  GAP("messages before it are missing"),
  FORKED("it does not continue the feed"),
  UNWANTED("nobody here asked for its feed"),
  FORGED("not signed by its author"),
  FOREIGN("a feed format that is not read here"),
  /// With the rule that it breaks.
  MALFORMED("%s");

  private final String sentence;

  LineFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "lineFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
