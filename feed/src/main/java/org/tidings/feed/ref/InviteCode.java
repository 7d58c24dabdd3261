package org.tidings.feed.ref;

import java.util.Optional;

/// An invitation to a pub: where it is, and the seed of the key to come with. Protocol 8.6.
///
/// @param address where the pub is, with the seed in it when there is one
public record InviteCode(MultiserverAddress address) {

  /// Reads a legacy (`host:port:@key~seed`) or a multiserver invite. A `#…` that follows is
  /// ignored.
  public static Optional<InviteCode> parse(String text) {
    int hash = text.indexOf('#');
    String code = hash < 0 ? text : text.substring(0, hash);
    return MultiserverText.parse(code).isPresent()
        ? MultiserverAddress.parse(code).map(InviteCode::new)
        : legacy(code);
  }

  /// The form that all programs read, older ones too: `host:port:@key~seed`.
  public String legacy() {
    return address.host()
        + ":"
        + address.port()
        + ":"
        + address.key()
        + address.seed().map(seed -> "~" + seed).orElse("");
  }

  /// The modern form.
  @Override
  public String toString() {
    return address.toString();
  }

  private static Optional<InviteCode> legacy(String code) {
    int tilde = code.indexOf('~');
    if (tilde < 0 || !MultiserverAddress.isSeed(code.substring(tilde + 1))) {
      return Optional.empty();
    }
    Optional<String> seed = Optional.of(code.substring(tilde + 1));
    return LegacyAddress.parse(code.substring(0, tilde))
        .map(at -> new MultiserverAddress(at.transport(), at.host(), at.port(), at.key(), seed))
        .map(InviteCode::new);
  }
}
