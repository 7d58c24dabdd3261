package org.tidings.app.owner;

import org.tidings.feed.told.Worded;

/// Why peers or programs cannot be listened for.
public enum ListenFault implements Worded {
  PORT_TAKEN("Port %s at %s cannot be used: another program has it, or it is not ours to use."),
  PROGRAMS_PORT_TAKEN(
      "Port %s of this computer, where programs made for ssb-server look for it, cannot be used:"
          + " another program has it. End that program, or leave out --ssb-compat."),
  NO_ADDRESS("This computer does not know the address %s to listen at.");

  private final String sentence;

  ListenFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "listenFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
