package org.tidings.feed.ref;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tidings.feed.ref.MultiserverText.Protocol;

/// One way to reach a peer: a transport, and the key to expect there, for example
/// `net:example.com:8008~shs:KEY`. Immutable. Protocol 8.1.
///
/// @param transport `net`, `onion`, `ws` or `wss`
/// @param host a name, an IPv4 or an IPv6 address without brackets
/// @param port 1 to 65535
/// @param key the feed id of the peer
/// @param seed 32 bytes in base64: the seed of the key to come with, when the address is an invite
public record MultiserverAddress(
    String transport, String host, int port, FeedId key, Optional<String> seed) {
  /// The port peers listen on when an address does not say.
  public static final int DEFAULT_PORT = 8008;

  private static final int LARGEST_PORT = 65535;
  private static final Set<String> TCP = Set.of("net", "onion");

  /// The web's transports, and the port of each where an address does not say.
  private static final Map<String, String> WEB = Map.of("ws", "80", "wss", "443");

  private static final Pattern PORT = Pattern.compile("\\d{1,5}");
  private static final String ONION = ".onion";

  public MultiserverAddress {
    Optional<String> read = HostName.read(host);
    if (port < 1 || port > LARGEST_PORT || read.isEmpty()) {
      throw new IllegalArgumentException("no host and port to dial");
    }
    host = read.get();
    transport = transport.equals("net") && host.endsWith(ONION) ? "onion" : transport;
  }

  /// The address of a peer that listens on plain TCP.
  public static MultiserverAddress net(String host, int port, FeedId key) {
    return new MultiserverAddress("net", host, port, key, Optional.empty());
  }

  /// Whether `text` can be the host of an address: a name or a number, IPv6 in brackets or without.
  public static boolean isHost(String text) {
    return HostName.read(text).isPresent();
  }

  /// Whether `text` is an address at all, perhaps of a transport we cannot use.
  public static boolean isOne(String text) {
    return MultiserverText.parse(text).isPresent() || LegacyAddress.parse(text).isPresent();
  }

  /// Reads one address or a `;` list of them, and takes the first that leads by TCP; if there is
  /// none, the first that leads by the web. The legacy form `host:port:@key.ed25519` is read too.
  /// What nobody could dial is empty.
  public static Optional<MultiserverAddress> parse(String text) {
    Optional<MultiserverText> list = MultiserverText.parse(text);
    if (list.isEmpty()) {
      return LegacyAddress.parse(text);
    }
    List<MultiserverAddress> all =
        list.get().addresses().stream().flatMap(each -> read(each)).toList();
    return all.stream()
        .filter(MultiserverAddress::isTcp)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /// By which transport an address or list leads, where none in it leads by TCP; empty for all
  /// else.
  public static Optional<String> otherWay(String text) {
    return MultiserverText.parse(text)
        .filter(list -> parse(text).filter(MultiserverAddress::isTcp).isEmpty())
        .flatMap(
            list ->
                list.addresses().stream()
                    .filter(MultiserverAddress::hasShs)
                    .map(address -> address.getFirst().name())
                    .filter(transport -> !TCP.contains(transport))
                    .findFirst());
  }

  /// Whether it leads by TCP, on the internet or in Tor.
  public boolean isTcp() {
    return TCP.contains(transport);
  }

  /// This address without the seed: what is kept once an invite is used.
  public MultiserverAddress withoutSeed() {
    return new MultiserverAddress(transport, host, port, key, Optional.empty());
  }

  /// The multiserver form.
  @Override
  public String toString() {
    String place = transport.startsWith("ws") ? "//" + HostName.bracketed(host) : host;
    String base64 = key.toString().substring(1, 1 + Base64Id.CHARS);
    String tail = seed.map(text -> ":" + text).orElse("");
    return transport + ":" + place + ":" + port + "~shs:" + base64 + tail;
  }

  /// A port to dial, or 0.
  static int port(String text) {
    int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
    return port > LARGEST_PORT ? 0 : port;
  }

  static boolean isSeed(String text) {
    return text.length() == Base64Id.CHARS && Base64Id.decode(text, 0) != null;
  }

  private static boolean hasShs(List<Protocol> address) {
    return address.size() > 1 && address.get(1).name().startsWith("shs");
  }

  private static Stream<MultiserverAddress> read(List<Protocol> address) {
    String name = address.getFirst().name();
    return hasShs(address) && (TCP.contains(name) || WEB.containsKey(name))
        ? read(address.getFirst(), address.get(1)).stream()
        : Stream.empty();
  }

  private static Optional<MultiserverAddress> read(Protocol transport, Protocol shs) {
    List<String> place = place(transport);
    if (place.size() < 2 || shs.data().isEmpty()) {
      return Optional.empty();
    }
    int port = port(place.getLast());
    String joined = String.join(":", place.subList(0, place.size() - 1));
    Optional<String> host = HostName.read(joined.startsWith("//") ? joined.substring(2) : joined);
    Optional<String> seed = shs.data().stream().skip(1).findFirst();
    if (port == 0 || host.isEmpty() || !seed.map(MultiserverAddress::isSeed).orElse(true)) {
      return Optional.empty();
    }
    return FeedId.parse("@" + shs.data().getFirst() + ".ed25519")
        .map(key -> new MultiserverAddress(transport.name(), host.get(), port, key, seed));
  }

  private static List<String> place(Protocol transport) {
    List<String> place = transport.data();
    String usual = WEB.getOrDefault(transport.name(), "");
    return place.size() == 1 && !usual.isEmpty() ? List.of(place.getFirst(), usual) : place;
  }
}
