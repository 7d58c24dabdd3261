package org.tidings.replication;

import java.util.Optional;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.SecretChannel;

/// Brings whoever the door lets in to the switchboard. Thread-safe.
record Reception(Door door, Switchboard switchboard, Listeners listeners) implements Listener.Host {
  @Override
  public Optional<SecretChannel> open(Channel channel) {
    Optional<SecretChannel> guest = door.open(channel);
    listeners.changed();
    return guest;
  }

  @Override
  public void serve(SecretChannel channel) {
    switchboard.take(channel);
    listeners.changed();
  }
}
