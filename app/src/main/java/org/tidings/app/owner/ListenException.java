package org.tidings.app.owner;

import java.io.IOException;
import java.net.UnknownHostException;
import org.tidings.app.owner.Start.Programs;
import org.tidings.app.owner.Start.Reach;

/// Peers or programs cannot be listened for where it was asked for; the message says why, in a
/// sentence for people. Nothing runs.
public final class ListenException extends IOException {
  private static final long serialVersionUID = 1L;

  ListenException(Reach.Peer wanted, IOException cause) {
    super(sentence(wanted, cause), cause);
  }

  ListenException(Programs wanted, IOException cause) {
    super(
        "Port %d of this computer, where programs made for ssb-server look for it, cannot be used: another program has it."
            .formatted(wanted.port()),
        cause);
  }

  private static String sentence(Reach.Peer wanted, IOException cause) {
    if (cause instanceof UnknownHostException) {
      return "This computer does not know the address " + wanted.host() + " to listen at.";
    }
    return "Port %d at %s cannot be used: another program has it, or it is not ours to use."
        .formatted(wanted.port(), wanted.host());
  }
}
