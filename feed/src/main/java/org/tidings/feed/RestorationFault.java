package org.tidings.feed;

import org.tidings.crypto.key.RecoveryWordsException;
import org.tidings.crypto.key.SecretFileException;
import org.tidings.feed.told.Worded;

/// Why an identity could not be brought along.
public enum RestorationFault implements Worded {
  COUNT("It takes 24 words. Typed so far: %s."),
  UNKNOWN("“%s” is none of the words such a key is made of."),
  MISMATCH("These words do not belong together: one of them is another word, or in another place."),
  UNREADABLE("The file %s cannot be read."),
  NO_KEY("The file %s is no Scuttlebutt key file, or is damaged."),
  EXISTS("The key file %s already exists; it was left as it is, because it may hold an identity."),
  NOT_MADE("The key file %s cannot be made."),
  RUNNING(
      "Another program on this computer is running with this key right now. End it first: where two"
          + " programs write with one key, its feed breaks in two.");

  private final String sentence;

  RestorationFault(String sentence) {
    this.sentence = sentence;
  }

  static RestorationFault of(RecoveryWordsException.Reason reason) {
    return switch (reason) {
      case COUNT -> COUNT;
      case UNKNOWN -> UNKNOWN;
      case MISMATCH -> MISMATCH;
    };
  }

  static RestorationFault of(SecretFileException.Reason reason) {
    return switch (reason) {
      case UNREADABLE -> UNREADABLE;
      case NO_KEY -> NO_KEY;
      case EXISTS -> EXISTS;
      case NOT_MADE -> NOT_MADE;
    };
  }

  @Override
  public String key() {
    return "restorationFault." + name();
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
