package org.tidings.replication.lan;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.replication.lan.LanPacket.Sighting;

/// Hears announcements at one UDP port, which other programs may hear at too. Believes an address
/// only as far as dialling it: it must be a number, not a name, and only packets from this very
/// machine may speak of its loopback.
final class LanListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LanListener.class);

  private final DatagramChannel channel;
  private final Function<byte[], Optional<Sighting>> read;
  private final Consumer<Sighting> heard;

  private LanListener(
      DatagramChannel channel,
      Function<byte[], Optional<Sighting>> read,
      Consumer<Sighting> heard) {
    this.channel = channel;
    this.read = read;
    this.heard = heard;
  }

  /// Hears at that port until closed.
  ///
  /// @param read makes sense of a packet, or not
  /// @param heard told of each sighting, on the listening thread; only hands over
  static LanListener open(
      int port, Function<byte[], Optional<Sighting>> read, Consumer<Sighting> heard)
      throws IOException {
    DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    LanListener listener = new LanListener(channel, read, heard);
    Thread.ofPlatform().daemon().name("lan-" + port).start(listener::run);
    return listener;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("closing", e);
    }
  }

  private void run() {
    ByteBuffer buffer = ByteBuffer.allocate(LanPacket.LONGEST);
    while (channel.isOpen()) {
      try {
        buffer.clear();
        if (channel.receive(buffer) instanceof InetSocketAddress from) {
          byte[] packet = new byte[buffer.flip().remaining()];
          buffer.get(packet);
          read.apply(packet)
              .filter(sighting -> isBelievable(sighting, from.getAddress()))
              .ifPresent(heard);
        }
      } catch (IOException e) {
        if (channel.isOpen()) {
          log.debug("an announcement was lost: {}", e.getMessage());
        }
      } catch (RuntimeException bug) {
        log.error("an announcement met a fault", bug);
      }
    }
  }

  private static boolean isBelievable(Sighting sighting, InetAddress from) {
    try {
      InetAddress address = InetAddress.ofLiteral(sighting.address().host());
      boolean elsewhere = !address.isLoopbackAddress() || from.isLoopbackAddress();
      return elsewhere && !address.isAnyLocalAddress() && !address.isMulticastAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
