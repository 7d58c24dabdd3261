package org.tidings.replication;

import java.io.IOException;
import java.util.List;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.pub.InviteUse;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Ways;

/// Reaches pubs for somebody who was invited. Thread-safe.
record PubNetwork(Dialer dialer, Joining joining) implements InviteUse.Network {

  /// Remembers a pub, or a device, and connects to it.
  @FunctionalInterface
  interface Joining {
    void join(NetAddress there, boolean isDevice) throws IOException;
  }

  @Override
  public Ways.Answer dial(List<NetAddress> ways, KeyPair as)
      throws ConnectionFailedException, InterruptedException {
    return new Ways(ways, dialer.as(as)).call();
  }

  @Override
  public void join(NetAddress there, boolean isDevice) throws IOException {
    joining.join(there, isDevice);
  }
}
