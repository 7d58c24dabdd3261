package org.tidings.replication.pub;

import org.tidings.feed.told.Worded;

/// Why an invite of a pub or to a device led nowhere, or not all the way.
public enum InviteFault implements Worded {
  NO_INVITE(
      "This is no invite to a pub. One looks like HOST:PORT:@KEY.ed25519~SEED; is all of it"
          + " there?"),
  NO_SECRET(
      "This is the address of a peer, without the secret that makes it an invite. To call it:"
          + " tidings connect %s"),
  TO_A_ROOM("This is an invite to a room, not to a pub. To come in: tidings room join %s"),
  OTHER_WAY(
      "This leads to the pub by %s, a way of calling that Tidings does not know. Ask for an invite"
          + " that begins with net: or looks like HOST:PORT:@KEY.ed25519~SEED."),
  OWN("This is an invite of your own, for others."),
  HELD("The code was not used, since you could not say whom you follow: %s"),
  HUNG_UP(
      "The other side hung up on this code: it has been used up or taken back, or they have"
          + " another key by now. Ask for a new one."),
  BROKE_OFF(
      "The connection broke before there was an answer. Try the same code again: it is used once"
          + " for you at most."),
  USED_UP("The code has been used up. Ask for a new one."),
  NOT_TAKEN(
      "What answers there does not take this code: the code has been used up, or it is no pub."),
  REFUSED("The other side did not take the code; it says: %s"),
  NOT_SAID("You could not say that you follow them: %s"),
  NOT_CONNECTED("%s The address is remembered and will be called again."),
  NOT_HEARD(
      "The code was taken, but that they follow you has not arrived yet. It comes with the posts"
          + " from there.");

  private final String sentence;

  InviteFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "inviteFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
