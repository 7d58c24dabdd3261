package org.tidings.replication.lan;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tidings.replication.lan.LanPacket.Sighting;
import org.tidings.replication.transport.IpLiteral;
import org.tidings.replication.transport.NetAddress;
import org.tidings.replication.transport.Patience;
import org.tidings.replication.transport.Turns;

/// Hears announcements at one UDP port, which other programs may hear at too, over IPv4 or IPv6.
/// Believes an address only as far as dialling it: it must be a number, not a name, and only
/// packets from this very machine may speak of its loopback. An address that counts on one link
/// alone is taken to be on the link by which it came. Anybody may send any number of packets, each
/// of which takes a signature's time to look at: of one sender few are looked at, so that there is
/// time for the others, and few of all, since anybody may send in the name of others. Who was heard
/// lately takes no part in that: however many invent senders, whoever was there before them is
/// still heard.
final class LanListener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LanListener.class);

  /// Other programs announce themselves once a second, at two addresses, and several may run on one
  /// machine.
  private static final int AT_ONCE_OF_ONE = 5;

  private static final Duration PACE_OF_ONE = Duration.ofMillis(200);

  /// All of them together are looked at less often than the rest.
  private static final int MOST_HEARD_LATELY = 25;

  private static final Duration LATELY = Duration.ofMinutes(1);
  private static final int AT_ONCE_OF_ALL = 50;
  private static final Duration PACE_OF_ALL = Duration.ofMillis(5);

  private final DatagramChannel channel;
  private final ProtocolFamily family;
  private final Function<byte[], Optional<Sighting>> read;
  private final Consumer<Sighting> heard;
  private final Set<Integer> joined = new HashSet<>();
  private final Turns<InetAddress> ofEach = new Turns<>(AT_ONCE_OF_ONE, PACE_OF_ONE);
  private final Turns<ProtocolFamily> ofAll = new Turns<>(AT_ONCE_OF_ALL, PACE_OF_ALL);

  /// Apart from the others, of whom so many may be sent that it is forgotten when each last came.
  private final Turns<InetAddress> ofEachHeard = new Turns<>(AT_ONCE_OF_ONE, PACE_OF_ONE);

  /// Until when each counts as heard lately, the one heard longest ago first. Confined to the
  /// listening thread.
  private final SequencedMap<InetAddress, Patience> heardLately = new LinkedHashMap<>();

  private LanListener(
      DatagramChannel channel,
      ProtocolFamily family,
      Function<byte[], Optional<Sighting>> read,
      Consumer<Sighting> heard) {
    this.channel = channel;
    this.family = family;
    this.read = read;
    this.heard = heard;
  }

  /// Hears at that port until closed.
  ///
  /// @param read makes sense of a packet, or not
  /// @param heard told of each sighting, on the listening thread; only hands over
  static LanListener open(
      ProtocolFamily family,
      int port,
      Function<byte[], Optional<Sighting>> read,
      Consumer<Sighting> heard)
      throws IOException {
    DatagramChannel channel = DatagramChannel.open(family);
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      channel.bind(new InetSocketAddress(port));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    LanListener listener = new LanListener(channel, family, read, heard);
    Thread.ofPlatform().daemon().name("lan-" + port).start(listener::run);
    return listener;
  }

  /// Hears on these cards, too. What comes over IPv4 is heard without.
  void hearOn(List<NetworkInterface> cards) {
    if (family == StandardProtocolFamily.INET6) {
      cards.stream().filter(card -> joined.add(card.getIndex())).forEach(this::join);
    }
  }

  private void join(NetworkInterface card) {
    try {
      channel.join(LanInterface.ALL_NODES, card);
    } catch (IOException e) {
      joined.remove(card.getIndex());
      log.debug("not heard on {}: {}", card.getName(), e.getMessage());
    }
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
        if (channel.receive(buffer) instanceof InetSocketAddress from
            && isOurs(from)
            && hasTurn(from.getAddress())) {
          byte[] packet = new byte[buffer.flip().remaining()];
          buffer.get(packet);
          read.apply(packet)
              .flatMap(sighting -> believed(sighting, from.getAddress()))
              .ifPresent(sighting -> tell(sighting, from.getAddress()));
        }
      } catch (IOException e) {
        if (channel.isOpen()) {
          log.debug("an announcement was lost: {}", e.getMessage());
        }
      } catch (RuntimeException | Error bug) {
        log.error("an announcement met a fault", bug);
      }
    }
  }

  /// A socket for IPv6 hears what comes over IPv4 as well, which is another listener's.
  private boolean isOurs(InetSocketAddress from) {
    return from.getAddress() instanceof Inet4Address == (family == StandardProtocolFamily.INET);
  }

  /// Nobody waits for a turn here: what comes too soon is lost, and will be sent again.
  private boolean hasTurn(InetAddress sender) {
    return heardLately.containsKey(sender)
        ? ofEachHeard.take(sender).isPresent()
        : ofEach.take(sender).isPresent() && ofAll.take(family).isPresent();
  }

  /// Nobody who is still heard makes room for another: else inventing more would help.
  private void tell(Sighting sighting, InetAddress sender) {
    if (heardLately.size() >= MOST_HEARD_LATELY && heardLately.firstEntry().getValue().isOver()) {
      heardLately.pollFirstEntry();
    }
    if (heardLately.size() < MOST_HEARD_LATELY || heardLately.containsKey(sender)) {
      heardLately.putLast(sender, Patience.of(LATELY));
    }
    heard.accept(sighting);
  }

  /// What to make of a sighting in a packet from there. Of several addresses the one it came from
  /// counts, since that is on this network; else the first that can be believed.
  static Optional<Sighting> believed(Sighting sighting, InetAddress from) {
    return sighting.ways().stream()
        .sorted(Comparator.comparing(way -> literal(way).filter(from::equals).isEmpty()))
        .flatMap(way -> believed(way, from).stream())
        .map(way -> new Sighting(way, sighting.verified()))
        .findFirst();
  }

  private static Optional<NetAddress> believed(NetAddress way, InetAddress from) {
    return literal(way)
        .filter(address -> !address.isLoopbackAddress() || from.isLoopbackAddress())
        .filter(address -> !address.isAnyLocalAddress() && !address.isMulticastAddress())
        .flatMap(address -> onLink(address, from))
        .map(zone -> new NetAddress(bare(way) + zone, way.port(), way.key()));
  }

  private static Optional<InetAddress> literal(NetAddress way) {
    return IpLiteral.read(bare(way));
  }

  private static String bare(NetAddress way) {
    return way.host().replaceFirst("%.*", "");
  }

  /// What to put behind an address: the link, where it counts on that alone.
  private static Optional<String> onLink(InetAddress address, InetAddress from) {
    if (!(address instanceof Inet6Address && address.isLinkLocalAddress())) {
      return Optional.of("");
    }
    return from instanceof Inet6Address sender && sender.getScopeId() > 0
        ? Optional.of("%" + sender.getScopeId())
        : Optional.empty();
  }
}
