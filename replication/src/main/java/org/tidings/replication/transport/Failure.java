package org.tidings.replication.transport;

import org.tidings.feed.told.Worded;

/// Why a connection could not be made or did not last, each with one sentence for people.
public enum Failure implements Worded {
  NAME_UNKNOWN("No computer of that name was found. Is the network on, and is the address right?"),
  PORT_CLOSED("The computer was reached, but nothing answers at that port."),
  UNREACHABLE("The computer cannot be reached from here."),
  TIMEOUT("The other side did not answer in time."),
  OTHER_NETWORK(
      "The other side hung up on our greeting: it belongs to another network, or takes no more"
          + " connections for now."),
  REFUSED(
      "The other side hung up when we said who we are: it blocks us, takes no more connections for"
          + " now, or has another key than the address says."),
  BLOCKED("You block this peer."),
  OUT_OF_REACH(
      "You let only people in your reach connect, as you have set, and this is somebody else."),
  INVITE_USED_UP("Somebody came with an invite that is used up."),
  OWN_KEY("Your own key is in use elsewhere."),
  OWN_ADDRESS("That address is your own."),
  NOT_A_PEER("What answered there does not speak Scuttlebutt, or belongs to another network."),
  PROTOCOL("The other side broke the rules of the protocol, so the connection was closed."),
  DROPPED("The connection broke off."),
  CLOSED("The other side ended the connection."),
  DUPLICATE("There is already a connection to this peer."),
  GAVE_WAY("This connection ended so that somebody else had a turn."),
  SILENT("Nothing was heard from the other side for too long."),
  NOT_IN_ROOM("You are not in that room now."),
  ABSENT("The room says that they are not there, or do not answer."),
  LOCAL_ONLY("Only the local network is used, as you have set, and that is not on it."),
  NEEDS_PROXY("That address is reached through Tor alone: set its proxy, 127.0.0.1:9050 mostly."),
  PROXY("The proxy does not answer, or does not let us through. Is it running?"),
  NOT_THROUGH_PROXY("A page on the web cannot be asked through the proxy, so it is not asked."),
  NAME_NOT_ASKED(
      "Names on the web are not looked up while only the local network or a proxy is used, since"
          + " the question could go elsewhere. Use its numeric address."),
  TOO_MANY("There are too many connections already.");

  private final String sentence;

  Failure(String sentence) {
    this.sentence = sentence;
  }

  /// Whether no way there is known, or none is taken.
  public boolean isOfWay() {
    return switch (this) {
      case NAME_UNKNOWN, LOCAL_ONLY, NEEDS_PROXY, PROXY -> true;
      default -> false;
    };
  }

  /// Whether it came to no connection at all: whoever hangs up has been reached.
  public boolean isOfTcp() {
    return switch (this) {
      case PORT_CLOSED, UNREACHABLE, TIMEOUT -> true;
      default -> false;
    };
  }

  @Override
  public String key() {
    return "failure." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
