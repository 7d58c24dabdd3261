package org.tidings.replication.transport;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds what names that end in `.local` stand for by asking all on the local network, and nobody
/// else: one-shot questions of multicast DNS (RFC 6762, section 5.1), which no router passes on.
/// The system may ask its server of names instead, wherever that is. Thread-safe.
final class LocalNames implements NameLookup.Resolver {
  private static final Logger log = LoggerFactory.getLogger(LocalNames.class);
  private static final int PORT = 5353;
  private static final InetAddress GROUP = InetAddress.ofLiteral("224.0.0.251");
  private static final InetAddress GROUP_OF_IPV6 = InetAddress.ofLiteral("ff02::fb");
  private static final int ROUNDS = 3;
  private static final int LARGEST = 9_000;

  private final Supplier<List<Way>> ways;
  private final Duration round;

  LocalNames() {
    this(LocalNames::up, Duration.ofSeconds(1));
  }

  /// @param round how long an answer is waited for before the question is asked again
  LocalNames(Supplier<List<Way>> ways, Duration round) {
    this.ways = ways;
    this.round = round;
  }

  /// A network, and where to ask all that are on it.
  record Way(NetworkInterface card, InetSocketAddress everybody) {
    private DatagramChannel open() throws IOException {
      boolean isIpv6 = everybody.getAddress() instanceof Inet6Address;
      DatagramChannel channel =
          DatagramChannel.open(isIpv6 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
      try {
        channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, card);
        channel.configureBlocking(false);
        return channel;
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (host.equalsIgnoreCase("localhost")) {
      return new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1")};
    }
    Optional<InetAddress> literal = IpLiteral.read(host);
    return literal.isPresent()
        ? new InetAddress[] {literal.get()}
        : ask(new NameQuestion(host)).toArray(InetAddress[]::new);
  }

  private List<InetAddress> ask(NameQuestion question) throws UnknownHostException {
    byte[] bytes = question.bytes();
    List<DatagramChannel> open = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (Way way : ways.get()) {
        open(way, selector).ifPresent(open::add);
      }
      for (int i = 0; i < ROUNDS; i++) {
        selector.keys().forEach(key -> ask(key, bytes));
        List<InetAddress> found = answers(selector, question);
        if (!found.isEmpty()) {
          return found;
        }
      }
    } catch (IOException e) {
      log.debug("the local network cannot be asked for a name: {}", e.getMessage());
    } finally {
      open.forEach(LocalNames::close);
    }
    throw new UnknownHostException(question.name());
  }

  /// One network that cannot be asked keeps nobody from asking the others.
  private static Optional<DatagramChannel> open(Way way, Selector selector) {
    try {
      DatagramChannel channel = way.open();
      channel.register(selector, SelectionKey.OP_READ, way);
      return Optional.of(channel);
    } catch (IOException e) {
      log.debug("{} cannot be asked: {}", way.everybody(), e.getMessage());
      return Optional.empty();
    }
  }

  private static void ask(SelectionKey key, byte[] question) {
    Way way = (Way) key.attachment();
    try {
      ((DatagramChannel) key.channel()).send(ByteBuffer.wrap(question), way.everybody());
    } catch (IOException e) {
      log.debug("{} cannot be asked: {}", way.everybody(), e.getMessage());
    }
  }

  /// The first answer of one round.
  private List<InetAddress> answers(Selector selector, NameQuestion question) throws IOException {
    Patience patience = Patience.of(round);
    List<InetAddress> found = new ArrayList<>();
    while (found.isEmpty() && !patience.isOver()) {
      selector.select(
          key -> found.addAll(heard(key, question)), Math.max(1, patience.left().toMillis()));
    }
    return found;
  }

  private static List<InetAddress> heard(SelectionKey key, NameQuestion question) {
    ByteBuffer packet = ByteBuffer.allocate(LARGEST);
    try {
      ((DatagramChannel) key.channel()).receive(packet);
      return question.answers(packet.flip(), ((Way) key.attachment()).card());
    } catch (IOException e) {
      log.debug("an answer cannot be heard: {}", e.getMessage());
      return List.of();
    }
  }

  private static void close(DatagramChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      log.debug("not closed: {}", e.getMessage());
    }
  }

  /// The networks that are up, without the loopback and tunnels to elsewhere.
  private static List<Way> up() {
    List<Way> all = new ArrayList<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (card.isUp()
            && !card.isLoopback()
            && !card.isPointToPoint()
            && card.supportsMulticast()) {
          card.inetAddresses()
              .map(LocalNames::group)
              .distinct()
              .forEach(group -> add(card, group, all));
        }
      }
    } catch (SocketException e) {
      log.debug("the network interfaces cannot be listed: {}", e.getMessage());
    }
    return all;
  }

  private static InetAddress group(InetAddress ours) {
    return ours instanceof Inet4Address ? GROUP : GROUP_OF_IPV6;
  }

  private static void add(NetworkInterface card, InetAddress group, List<Way> all) {
    try {
      InetAddress there =
          group instanceof Inet6Address
              ? Inet6Address.getByAddress(null, group.getAddress(), card.getIndex())
              : group;
      all.add(new Way(card, new InetSocketAddress(there, PORT)));
    } catch (UnknownHostException e) {
      log.debug("{} cannot be asked: {}", card, e.getMessage());
    }
  }
}
