package org.tidings.replication.lan;

import org.tidings.feed.told.Worded;

/// What keeps us from others on the local network.
public enum LanFault implements Worded {
  MUTE("Others may not find us: announcing met a fault."),
  DEAF("Others can find us, but another program keeps us from hearing them."),
  HARD_OF_HEARING("Another program keeps us from hearing some of the peers nearby."),
  CLOSED_OFF(
      "Not even our own announcements come back to us: most likely a firewall on this computer"
          + " keeps UDP ports %s and %s closed. Others may find us all the same, where it lets TCP"
          + " port %s through."),
  UNANSWERED(
      "Peers nearby are heard, but none of them answers a call, and none calls us. Let TCP port %s"
          + " through the firewall of this computer, and of theirs. Where that does not help the"
          + " network keeps its devices apart, as Wi-Fi for guests does: use another one.");

  private final String sentence;

  LanFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "lanFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
