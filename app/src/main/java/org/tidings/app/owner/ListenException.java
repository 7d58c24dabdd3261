package org.tidings.app.owner;

import java.io.IOException;
import java.net.UnknownHostException;
import org.tidings.app.owner.Start.Programs;
import org.tidings.app.owner.Start.Reach;
import org.tidings.feed.told.Told;
import org.tidings.feed.told.ToldException;

/// Peers or programs cannot be listened for where it was asked for. Nothing runs.
public final class ListenException extends ToldException {
  private static final long serialVersionUID = 1L;

  ListenException(Reach.Peer wanted, IOException cause) {
    super(why(wanted, cause), cause);
  }

  ListenException(Programs wanted, IOException cause) {
    super(Told.of(ListenFault.PROGRAMS_PORT_TAKEN, port(wanted.port())), cause);
  }

  private static Told why(Reach.Peer wanted, IOException cause) {
    return cause instanceof UnknownHostException
        ? Told.of(ListenFault.NO_ADDRESS, wanted.host())
        : Told.of(ListenFault.PORT_TAKEN, port(wanted.port()), wanted.host());
  }

  /// A port is no amount, and stands without the marks of one.
  private static String port(int port) {
    return Integer.toString(port);
  }
}
