package org.tidings.replication;

import java.util.Optional;
import java.util.function.Consumer;
import org.tidings.replication.transport.Channel;
import org.tidings.replication.transport.Listener;
import org.tidings.replication.transport.SecretChannel;

/// Brings whoever the door lets in inside. Thread-safe.
///
/// @param inside has the connection of somebody who came in until it returns
record Reception(Door door, Consumer<SecretChannel> inside, Listeners listeners)
    implements Listener.Host {
  @Override
  public Optional<SecretChannel> open(Channel channel) {
    Optional<SecretChannel> guest = door.open(channel);
    listeners.changed();
    return guest;
  }

  @Override
  public void serve(SecretChannel channel) {
    inside.accept(channel);
    listeners.changed();
  }
}
