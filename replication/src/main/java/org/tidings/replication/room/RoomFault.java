package org.tidings.replication.room;

import org.tidings.feed.told.Worded;

/// Why something did not come about in a room, or on the way to it.
public enum RoomFault implements Worded {
  NO_INVITE("That is no address or invite of a room."),
  OTHER_WAY(
      "This leads to the room by %s, a way of calling that Tidings does not know. Ask for an invite"
          + " that begins with https: or net: and use that."),
  UNPROTECTED("The page of the room is not protected, so it is not asked."),
  LEADS_ON("The page of the room leads on and on."),
  LEADS_HOME("The page of the room leads into your own network, so it is not followed."),
  UNPROVEN("The page of the room cannot prove that it is the one the link names."),
  UNREADABLE("The page of the room cannot be read."),
  PAGE_FAILED("The page of the room answered with an error (%s)."),
  NO_ROOM_PAGE("What answers at that page is no room."),
  NO_INVITE_THERE("The page that the link leads to has no invite on it."),
  NO_ADDRESS("The room took the invite, but does not say where it can be called."),
  NOT_REACHED("The room was not reached."),
  NOT_REACHED_BECAUSE("The room was not reached: %s"),
  NO_ROOM("Somebody answers there, but says that it is no room."),
  MEMBERS_ONLY("The room was found, but takes only members: ask somebody there for an invite."),
  NOT_JOINED("You have not joined that room yet."),
  SAYS("The room says: %s"),
  CANNOT("This room cannot do that."),
  SILENT("The room does not answer that."),
  BROKE_OFF("The connection to the room broke off."),
  PAGE_UNKNOWN("It is not known where that room has its page."),
  NO_SIGN_IN("That is no link to sign in to a room."),
  SIGN_IN_REFUSED("The room did not accept it. Load its page again."),
  NO_NAME("An alias is small letters, digits and hyphens, at most 63 of them."),
  NO_ALIAS("That is no alias of somebody in a room."),
  UNSIGNED("That is no alias, or it is not signed by whom it names."),
  OWN_ALIAS("That alias is your own."),
  ABSENT("The room was entered, but %s did not answer there. They may be away; try again later.");

  private final String sentence;

  RoomFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "roomFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
