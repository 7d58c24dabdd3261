package org.tidings.feed.doctor;

import org.tidings.feed.told.Worded;

/// What was met of damage while the program ran, and what to do about it.
public enum DamageMet implements Worded {
  DISK_FULL(
      "The disk is full: what is here is safe, and nothing new is kept, neither yours nor of"
          + " others, until you make room. It goes on by itself then."),
  FILE(
      "Parts of the database file cannot be read. Close Tidings, copy the data folder, and mend"
          + " what can be mended with: tidings doctor --repair"),
  LOG(
      "What was saved last before Tidings was cut short was damaged on this disk, so newest"
          + " messages may be missing. They are fetched again, as soon as somebody who has them is"
          + " connected."),
  OWN_MESSAGES(
      "This disk has damaged messages of your own. They are fetched again, as soon as somebody who"
          + " has them is connected."),
  MESSAGES(
      "This disk has damaged messages of others. They are fetched again, as soon as somebody who"
          + " has them is connected: %s.");

  private final String sentence;

  DamageMet(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String key() {
    return "damageMet." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
