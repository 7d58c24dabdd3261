package org.tidings.replication;

import java.io.IOException;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.pub.InviteUse;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;

/// Reaches pubs for somebody who was invited. Thread-safe.
record PubNetwork(Dialer dialer, Joining joining) implements InviteUse.Network {

  /// Remembers a pub and connects to it.
  @FunctionalInterface
  interface Joining {
    void join(NetAddress pub) throws IOException;
  }

  @Override
  public SecretChannel dial(NetAddress address, KeyPair as) throws ConnectionFailedException {
    return dialer.as(as).dial(address);
  }

  @Override
  public void join(NetAddress pub) throws IOException {
    joining.join(pub);
  }
}
