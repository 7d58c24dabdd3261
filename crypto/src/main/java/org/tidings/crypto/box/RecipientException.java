package org.tidings.crypto.box;

/// A private message cannot be sealed for the recipients asked for. The message is one sentence for
/// people.
public final class RecipientException extends Exception {
  RecipientException(String sentence) {
    super(sentence);
  }
}
