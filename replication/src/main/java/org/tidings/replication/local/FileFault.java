package org.tidings.replication.local;

import org.tidings.feed.told.Worded;

/// Why a file of messages is not read, or not to its end, or not written.
public enum FileFault implements Worded {
  NOT_PACKED(
      "That is no .gz file, though its name says so: take .gz off its name, and import that."),
  PACKED("The file is packed, though its name does not say so: add .gz to its name."),
  UTF_16("The file is in UTF-16: save it as UTF-8, and import that."),
  CUT_SHORT("The file ends in the middle: it was cut short when it was made or copied."),
  DAMAGED("The file is damaged."),
  TOO_MUCH("The file unpacks to far more than messages could; it was not read to its end."),
  /// By the person.
  STOPPED("It was stopped."),
  NO_FOLDER("There is no folder %s."),
  IS_FOLDER("%s is a folder, and no file can take its place."),
  CLOSED_FOLDER("No file can be made in the folder %s. Export to another one."),
  FEWER_OWN(
      "%s was left as it is: %s of your own posts are in it, and only %s would be in what takes its"
          + " place. Export to another file."),
  DAMAGED_HERE(
      "%s was left as it is: it has messages that are damaged here. To have them again: tidings"
          + " doctor --repair, and then import it. Or export to another file.");

  private final String sentence;

  FileFault(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "fileFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
