package org.tidings.app;

/// Where the program starts.
public final class Main {
  private Main() {}

  /// Runs one command, or the window.
  public static void main(String[] args) {
    System.out.println("tidings " + String.join(" ", args));
  }
}
