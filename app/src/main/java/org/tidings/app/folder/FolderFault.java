package org.tidings.app.folder;

import org.tidings.feed.told.Worded;

/// Why a data folder cannot be used; the last five say of others what they come from.
public enum FolderFault implements Worded {
  UNUSABLE("The folder %s cannot be used: %s."),
  ON_NETWORK(
      "The folder %s lies on a network drive (%s), where a crash or a second computer could damage"
          + " it. Choose one on this computer with --data."),
  UNWRITABLE("Nothing can be written in the folder %s, and so this cannot be done: %s."),
  UNLOCKABLE("The folder %s cannot be locked: %s."),
  NOT_SET_UP(
      "The folder %s is open in a Tidings that has not been set up yet, so there is no identity in"
          + " it: finish the first start there, or close it."),
  SILENT("The folder %s is in use by another Tidings, which does not answer."),
  SILENT_PROCESS("The folder %s is in use by another Tidings (process %s), which does not answer."),
  EXAMINED(
      "In the folder %s, doctor is looking for damage or mending it (process %s). Try again when it"
          + " is done."),
  OPENED_MEANWHILE("Another Tidings has opened this folder meanwhile."),
  SETTINGS(
      "The settings in %s cannot be read: %s. Mend the file, or move it away to start with the"
          + " usual ones."),
  PROXY(
      "The proxy in settings.json is not understood: %s. It is HOST:PORT, such as 127.0.0.1:9050."),
  DENIED("access is denied to %s"),
  NO_FOLDER("%s is not a folder"),
  GONE("%s is missing"),
  NO_JSON("it is not JSON"),
  NO_OBJECT("it is not a JSON object");

  private final String sentence;

  FolderFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "folderFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
