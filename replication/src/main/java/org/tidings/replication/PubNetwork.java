package org.tidings.replication;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.pub.InviteUse;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.SecretChannel;

/// Reaches pubs for somebody who was invited. Thread-safe.
record PubNetwork(ReplicationSettings settings, SecureRandom random, Joining joining)
    implements InviteUse.Network {
  private static final Duration DIAL_PATIENCE = Duration.ofSeconds(14);
  private static final Duration HANDSHAKE_PATIENCE = Duration.ofSeconds(10);

  /// Remembers a pub and connects to it.
  @FunctionalInterface
  interface Joining {
    void join(NetAddress pub) throws IOException;
  }

  @Override
  public SecretChannel dial(NetAddress address, KeyPair as) throws ConnectionFailedException {
    SecretChannel.Terms terms =
        new SecretChannel.Terms(settings.network(), as, random, HANDSHAKE_PATIENCE);
    return new Dialer(terms, DIAL_PATIENCE, settings.routes()).dial(address);
  }

  @Override
  public void join(NetAddress pub) throws IOException {
    joining.join(pub);
  }
}
