package org.tidings.replication;

import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which of this machine's addresses to give to others: first those by which the machine itself
/// reaches the internet, since that card leads to where others are; cards that lead into a tunnel,
/// or to containers and virtual machines on this computer, only where there is no other.
final class OwnHost {
  private static final Logger log = LoggerFactory.getLogger(OwnHost.class);
  private static final String LOOPBACK = "127.0.0.1";

  /// Nobody is there (RFC 5737, RFC 3849); the way there is the one to everybody.
  private static final List<InetAddress> ELSEWHERE =
      List.of(InetAddress.ofLiteral("198.51.100.1"), InetAddress.ofLiteral("2001:db8::1"));

  private static final int ANY_PORT = 9;

  /// More would make a code that is hard to scan, and nobody is on so many networks.
  private static final int MOST = 3;

  private OwnHost() {}

  /// What a card leads to.
  enum Leads {
    /// To others, most likely.
    OUT,
    /// To containers or virtual machines on this computer, by its name.
    WITHIN,
    /// Into a tunnel.
    THROUGH;

    private static final Pattern MADE_BY_PROGRAMS =
        Pattern.compile(
            "(docker|br-|veth|virbr|lxcbr|lxdbr|podman|cni|vmnet|vboxnet).*"
                + "|.*(Hyper-V|VMware|VirtualBox).*");

    private static Leads of(NetworkInterface card) throws SocketException {
      boolean isMade =
          Stream.of(card.getName(), card.getDisplayName())
              .anyMatch(name -> name != null && MADE_BY_PROGRAMS.matcher(name).matches());
      return card.isPointToPoint() ? THROUGH : isMade ? WITHIN : OUT;
    }
  }

  /// An address of one of our cards.
  ///
  /// @param index of the card; those that programs make come after those that are built in
  record Place(InetAddress address, int index, Leads leads) {}

  /// The hosts others may reach us at, the likeliest first; one at least.
  ///
  /// @param host where we listen; the wildcard means all of this machine
  static List<String> all(String host) {
    if (!isWildcard(host)) {
      return List.of(host);
    }
    List<InetAddress> routed = routed();
    List<String> found = inOrder(places(), routed::contains);
    return found.isEmpty() ? List.of(LOOPBACK) : found;
  }

  /// Those of the places that can be given to others, the likeliest first: one of a kind and card.
  ///
  /// @param isRouted whether the internet is reached from that address
  static List<String> inOrder(List<Place> places, Predicate<InetAddress> isRouted) {
    Predicate<Place> isAside =
        place ->
            switch (place.leads()) {
              case OUT -> false;
              case WITHIN -> !isRouted.test(place.address());
              case THROUGH -> true;
            };
    List<Place> good =
        places.stream()
            .filter(place -> isGivable(place.address()))
            .sorted(
                Comparator.comparing(isAside::test)
                    .thenComparing(place -> place.address().isLinkLocalAddress())
                    .thenComparing(place -> !isRouted.test(place.address()))
                    .thenComparing(OwnHost::isIpv6)
                    .thenComparingInt(Place::index))
            .toList();
    Set<List<Object>> taken = new LinkedHashSet<>();
    return good.stream()
        .filter(place -> !isAside.test(place) || good.stream().allMatch(isAside))
        .filter(place -> taken.add(List.of(place.index(), isIpv6(place))))
        .map(place -> place.address().getHostAddress().replaceFirst("%.*", ""))
        .limit(MOST)
        .toList();
  }

  /// Of an address of IPv6 that counts on one link alone nobody elsewhere knows which link.
  private static boolean isGivable(InetAddress address) {
    return !address.isLoopbackAddress()
        && !(address instanceof Inet6Address && address.isLinkLocalAddress());
  }

  private static boolean isIpv6(Place place) {
    return place.address() instanceof Inet6Address;
  }

  /// Whether that is this machine, at the port we listen at. By which of our cards it leads there
  /// does not count.
  static boolean isOurs(InetAddress host, int port, int ourPort) {
    return port == ourPort
        && (host.isLoopbackAddress()
            || addresses().stream()
                .anyMatch(ours -> Arrays.equals(ours.getAddress(), host.getAddress())));
  }

  private static boolean isWildcard(String host) {
    try {
      return InetAddress.getByName(host).isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /// From which addresses the system would send to somebody far away. A datagram socket that is
  /// connected sends nothing.
  private static List<InetAddress> routed() {
    List<InetAddress> all = new ArrayList<>();
    for (InetAddress there : ELSEWHERE) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.connect(new InetSocketAddress(there, ANY_PORT));
        all.add(socket.getLocalAddress());
      } catch (SocketException noWay) {
        log.debug("no way to everybody: {}", noWay.getMessage());
      }
    }
    return all;
  }

  /// All addresses of this machine, those of the loopback too.
  static Set<InetAddress> addresses() {
    Set<InetAddress> all = new LinkedHashSet<>();
    cards().forEach(card -> card.inetAddresses().forEach(all::add));
    return all;
  }

  private static List<Place> places() {
    List<Place> all = new ArrayList<>();
    try {
      for (NetworkInterface card : cards()) {
        Leads leads = Leads.of(card);
        card.inetAddresses()
            .map(address -> new Place(address, card.getIndex(), leads))
            .forEach(all::add);
      }
    } catch (SocketException e) {
      log.debug("where a network interface leads is not known: {}", e.getMessage());
    }
    return all;
  }

  private static List<NetworkInterface> cards() {
    List<NetworkInterface> all = new ArrayList<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (card.isUp()) {
          all.add(card);
        }
      }
    } catch (SocketException e) {
      log.debug("the network interfaces cannot be listed: {}", e.getMessage());
    }
    return all;
  }
}
