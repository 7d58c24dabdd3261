package org.tidings.replication;

import java.security.SecureRandom;
import java.time.Duration;
import org.tidings.crypto.handshake.NetworkKey;
import org.tidings.crypto.key.KeyPair;
import org.tidings.replication.transport.ConnectionFailedException;
import org.tidings.replication.transport.Dialer;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Routes;
import org.tidings.replication.transport.SecretChannel;

/// Another program on this computer, that may be running with a key that is to be brought here: two
/// that write with one key break its feed. Thread-safe.
///
/// @param port where it listens on loopback
public record OtherProgram(int port, NetworkKey network, SecureRandom random) {
  /// On loopback somebody who is there answers at once.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// One that listens where ssb-server, Patchwork and others do.
  public static OtherProgram atUsualPort(NetworkKey network, SecureRandom random) {
    return new OtherProgram(ReplicationSettings.USUAL_PORT, network, random);
  }

  /// Whether it runs with this key: calls it, as its own tools do, and whoever answers has proved
  /// that. Blocks for two seconds at most.
  public boolean runsWith(KeyPair keys) {
    SecretChannel.Terms terms = new SecretChannel.Terms(network, keys, random, PATIENCE);
    Dialer dialer = new Dialer(terms, PATIENCE, () -> Routes.DIRECT);
    try {
      dialer.dial(new NetAddress("127.0.0.1", port, keys.publicKey())).close();
      return true;
    } catch (ConnectionFailedException nobody) {
      return false;
    }
  }
}
