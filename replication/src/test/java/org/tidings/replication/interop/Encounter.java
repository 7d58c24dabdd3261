package org.tidings.replication.interop;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// A peer of ours and one of the existing kinds, and which of them dials.
public record Encounter(NpmPeer.Kind kind, Dialler dialler) {
  /// Who makes the connection.
  public enum Dialler {
    WE,
    THEY
  }

  /// Every kind, dialling and dialled.
  public static Stream<Encounter> all() {
    return Arrays.stream(NpmPeer.Kind.values())
        .flatMap(
            kind -> Arrays.stream(Dialler.values()).map(dialler -> new Encounter(kind, dialler)));
  }

  /// Both peers, started and not connected yet.
  ///
  /// @param options for the npm peer
  Meeting begin(Path folder, String... options) throws Exception {
    return Meeting.of(this, folder, options);
  }

  @Override
  public String toString() {
    return kind + ", " + dialler + " dial";
  }
}
