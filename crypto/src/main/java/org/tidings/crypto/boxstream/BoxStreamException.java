package org.tidings.crypto.boxstream;

/// The stream was tampered with, damaged or cut short. Nothing more can be read from it. The
/// message says what failed.
public final class BoxStreamException extends Exception {
  BoxStreamException(String what) {
    super(what);
  }
}
