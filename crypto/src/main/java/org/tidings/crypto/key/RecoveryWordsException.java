package org.tidings.crypto.key;

/// What was typed is not the words of any key. The message says why in plain words, and holds at
/// most the one word that is unknown.
public final class RecoveryWordsException extends Exception {
  RecoveryWordsException(String why) {
    super(why);
  }
}
